package io.weir.check;

import io.weir.check.Formula.Kind;
import io.weir.check.Formula.Leaf;
import io.weir.rule.Condition;
import io.weir.rule.Detection;
import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.Selection;
import io.weir.rule.SigmaValue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a formula of a detection. */
final class FormulaCompiler implements Condition.Cases<Formula>, Selection.Cases<Formula> {

    private static final Map<Modifier, Kind> KINDS = new EnumMap<>(
            Map.of(Modifier.CONTAINS, Kind.CONTAINS, Modifier.STARTSWITH, Kind.STARTS, Modifier.ENDSWITH, Kind.ENDS));

    /** Modifiers that leave a value plain text. */
    private static final Set<Modifier> PLAIN = EnumSet.of(
            Modifier.ALL, Modifier.CASED, Modifier.NEQ, Modifier.CONTAINS, Modifier.STARTSWITH, Modifier.ENDSWITH);

    private final Detection detection;

    private FormulaCompiler(Detection detection) {
        this.detection = detection;
    }

    /** What the detection asks: any of its conditions. */
    static Formula of(Detection detection) {
        var compiler = new FormulaCompiler(detection);
        return new Formula.Or(detection.conditions().stream()
                .map(condition -> condition.match(compiler))
                .toList());
    }

    /** What one selection of the detection asks. */
    static Formula of(Detection detection, String selection) {
        return new FormulaCompiler(detection).selection(selection);
    }

    @Override
    public Formula named(Condition.Named condition) {
        return selection(condition.selection());
    }

    private Formula selection(String name) {
        var selection = detection.selections().get(name);
        return selection == null ? new Formula.Or(List.of()) : selection.match(this);
    }

    @Override
    public Formula not(Condition.Not condition) {
        return new Formula.Not(condition.operand().match(this));
    }

    @Override
    public Formula allOf(Condition.AllOf condition) {
        return new Formula.And(
                condition.operands().stream().map(part -> part.match(this)).toList());
    }

    @Override
    public Formula anyOf(Condition.AnyOf condition) {
        return new Formula.Or(
                condition.operands().stream().map(part -> part.match(this)).toList());
    }

    @Override
    public Formula quantified(Condition.Quantified condition) {
        var parts = detection.selections().keySet().stream()
                .filter(condition::covers)
                .map(this::selection)
                .toList();
        return condition.quantifier() == Condition.Quantifier.ALL ? new Formula.And(parts) : new Formula.Or(parts);
    }

    @Override
    public Formula allOf(Selection.AllOf selection) {
        return new Formula.And(
                selection.parts().stream().map(part -> part.match(this)).toList());
    }

    @Override
    public Formula anyOf(Selection.AnyOf selection) {
        return new Formula.Or(
                selection.parts().stream().map(part -> part.match(this)).toList());
    }

    @Override
    public Formula test(Selection.Test selection) {
        var item = selection.item();
        var leaves = item.values().stream().map(value -> leaf(item, value));
        var joined = join(item, leaves);
        return item.has(Modifier.NEQ) ? new Formula.Not(joined) : joined;
    }

    private static Formula join(DetectionItem item, Stream<Formula> leaves) {
        return item.has(Modifier.ALL) ? new Formula.And(leaves.toList()) : new Formula.Or(leaves.toList());
    }

    private static Formula leaf(DetectionItem item, SigmaValue value) {
        boolean cased = item.has(Modifier.CASED);
        if (value instanceof SigmaValue.Text text && PLAIN.containsAll(item.modifiers())) {
            var plain = Literals.plain(text.text());
            if (plain.isPresent() && (!plain.get().isEmpty() || kind(item) == Kind.EQUALS)) {
                var kept = cased ? plain.get() : Literals.folded(plain.get());
                return new Leaf(item.field(), item.isKeyword() ? Kind.CONTAINS : kind(item), kept, cased);
            }
        }
        if (value instanceof SigmaValue.Num number && item.modifiers().isEmpty() && !item.isKeyword()) {
            return Leaf.ofNumber(item.field(), number.number());
        }
        return new Leaf(item.field(), Kind.OTHER, item.modifiers() + " " + said(value), false);
    }

    private static Kind kind(DetectionItem item) {
        return item.modifiers().stream()
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .findFirst()
                .orElse(Kind.EQUALS);
    }

    private static String said(SigmaValue value) {
        return value.match(new SigmaValue.Cases<>() {
            @Override
            public String text(SigmaValue.Text text) {
                return "text " + text.text();
            }

            @Override
            public String number(SigmaValue.Num number) {
                return "number " + number.number().toPlainString();
            }

            @Override
            public String bool(SigmaValue.Bool bool) {
                return "boolean " + bool.value();
            }

            @Override
            public String nothing(SigmaValue.Null nothing) {
                return "null";
            }
        });
    }
}
