package io.weir.match;

import io.weir.match.Part.Join;
import io.weir.rule.Condition;
import io.weir.rule.Detection;
import io.weir.rule.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Turns what a rule says into what tells how much of it an event fulfils. Tests of fields are the very ones that run. */
final class TellerCompiler implements Condition.Cases<Teller> {

    private final Map<String, Teller> selections = new LinkedHashMap<>();

    private TellerCompiler(Detection detection, RuleProblems problems) {
        detection
                .selections()
                .forEach((name, selection) -> selections.put(name, selection.match(new Selections(name, problems))));
    }

    /** A teller of a rule that is in force. */
    static Teller compile(Detection detection, RuleProblems problems) {
        var compiler = new TellerCompiler(detection, problems);
        var conditions = compiler.all(detection.conditions());
        return conditions.size() == 1 ? conditions.get(0) : Teller.joined(Join.ANY, "", conditions);
    }

    private List<Teller> all(List<Condition> conditions) {
        return conditions.stream().map(condition -> condition.match(this)).toList();
    }

    @Override
    public Teller named(Condition.Named condition) {
        return Objects.requireNonNull(selections.get(condition.selection()), condition.selection());
    }

    @Override
    public Teller not(Condition.Not condition) {
        var part = condition.operand().match(this);
        return event -> new Part.Negated(part.of(event));
    }

    @Override
    public Teller allOf(Condition.AllOf condition) {
        return Teller.joined(Join.ALL, "", all(condition.operands()));
    }

    @Override
    public Teller anyOf(Condition.AnyOf condition) {
        return Teller.joined(Join.ANY, "", all(condition.operands()));
    }

    @Override
    public Teller quantified(Condition.Quantified condition) {
        var chosen = selections.entrySet().stream()
                .filter(selection -> condition.covers(selection.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        var words = quantifier(condition) + " of " + condition.pattern();
        return Teller.joined(
                condition.quantifier() == Condition.Quantifier.ALL && !chosen.isEmpty() ? Join.ALL : Join.ANY,
                words,
                chosen);
    }

    private static String quantifier(Condition.Quantified condition) {
        return switch (condition.quantifier()) {
            case ONE -> "1";
            case ALL -> condition.quantifier().name().toLowerCase(Locale.ROOT);
        };
    }

    /** The parts of one selection; the outermost bears its name. */
    private record Selections(String selection, String label, RuleProblems problems)
            implements Selection.Cases<Teller> {

        Selections(String selection, RuleProblems problems) {
            this(selection, selection, problems);
        }

        private List<Teller> all(List<Selection> parts) {
            var inner = new Selections(selection, "", problems);
            return parts.stream().map(part -> part.match(inner)).toList();
        }

        @Override
        public Teller allOf(Selection.AllOf parts) {
            return Teller.joined(Join.ALL, label, all(parts.parts()));
        }

        @Override
        public Teller anyOf(Selection.AnyOf parts) {
            return Teller.joined(Join.ANY, label, all(parts.parts()));
        }

        @Override
        public Teller test(Selection.Test test) {
            var item = new ItemCompiler(selection, test.item(), problems).compile();
            var sought = item.sought();
            Teller teller = event -> item.tell(event, sought);
            return label.isEmpty() ? teller : Teller.joined(Join.ALL, label, List.of(teller));
        }
    }
}
