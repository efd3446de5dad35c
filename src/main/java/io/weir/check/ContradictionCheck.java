package io.weir.check;

import io.weir.check.Formula.And;
import io.weir.check.Formula.Kind;
import io.weir.check.Formula.Leaf;
import io.weir.check.Formula.Not;
import io.weir.check.Formula.Or;
import io.weir.match.RuleSet;
import io.weir.rule.Detection;
import io.weir.rule.DetectionRule;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Selections and conditions that no event fulfils, however hard it tries: one field is to be two things at once, what is asked for is excluded
 * again, or the event id is none of the log source's. That a field can't be two things is said only of those that have one value in every shape.
 */
final class ContradictionCheck implements RuleSetCheck {

    private static final int MOST_STEPS = 20_000;

    /** More parts than these are not looked at pair by pair. */
    private static final int MOST_PARTS = 200;

    private static final String EVENT_ID = "EventID";

    /** What a classic event has no names for: as many values as its source likes. */
    private static final String UNNAMED = "Data";

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        for (var rule : rules) {
            rule.detection().ifPresent(detection -> {
                var source = source(inForce.eventIds(detection.header().id()));
                if (!selections(rule, detection.detection(), source, findings)
                        && !conditions(rule, detection.detection(), source, findings)) {
                    inForce(detection, inForce).ifPresent(changed -> changed(rule, changed, source, findings));
                }
            });
        }
    }

    /** What filters and pipelines have made of a rule, or none where it is as it is written. */
    private static Optional<Detection> inForce(DetectionRule written, RuleSet inForce) {
        return inForce.detection(written.header().id())
                .map(DetectionRule::detection)
                .filter(detection -> !detection.equals(written.detection()));
    }

    /** What the log source says of every event. */
    private static Formula source(Set<Integer> eventIds) {
        return eventIds.isEmpty()
                ? new And(List.of())
                : new Or(eventIds.stream()
                        .sorted()
                        .<Formula>map(id -> Leaf.ofNumber(EVENT_ID, BigDecimal.valueOf(id)))
                        .toList());
    }

    /** Tells of selections that can't be fulfilled; says whether there are any. */
    private static boolean selections(LintedRule rule, Detection detection, Formula source, Findings findings) {
        boolean found = false;
        for (var name : detection.selections().keySet()) {
            var reason = contradiction(new And(List.of(FormulaCompiler.of(detection, name), source)));
            reason.ifPresent(why -> report(
                    rule, rule.placeOfSelection(name), "no event is in " + Shown.of(name) + ": " + why, findings));
            found |= reason.isPresent();
        }
        return found;
    }

    /** Tells of conditions of which none can be fulfilled; says whether that is so. */
    private static boolean conditions(LintedRule rule, Detection detection, Formula source, Findings findings) {
        var reason = contradiction(detection, source);
        reason.ifPresent(why -> report(rule, rule.placeOfSelection("condition"), "no event matches: " + why, findings));
        return reason.isPresent();
    }

    /** Most often a filter that says what it is to leave out where it should say what it is to leave. */
    private static void changed(LintedRule rule, Detection detection, Formula source, Findings findings) {
        contradiction(detection, source)
                .ifPresent(why -> findings.add(
                        rule,
                        ProblemCode.NEVER_MATCHES,
                        rule.placeOfSelection("condition"),
                        "no event matches what filters and pipelines make of the rule: " + why,
                        "filters whose conditions say what still matches",
                        "write 'not' before what a filter is to take out"));
    }

    private static Optional<String> contradiction(Detection detection, Formula source) {
        if (!(FormulaCompiler.of(detection) instanceof Or conditions)) {
            return Optional.empty();
        }
        var reasons = conditions.parts().stream()
                .map(part -> contradiction(new And(List.of(part, source))))
                .toList();
        return reasons.stream().allMatch(Optional::isPresent)
                ? reasons.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private static void report(LintedRule rule, Position place, String found, Findings findings) {
        findings.add(rule, ProblemCode.NEVER_MATCHES, place, found, "something that an event can fulfil", "");
    }

    /** Why the formula can't be true, if that is certain. */
    private static Optional<String> contradiction(Formula formula) {
        var parts = new ArrayList<Formula>();
        flatten(formula, parts);
        if (parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        for (var part : parts) {
            if (part instanceof Not not
                    && parts.stream()
                            .anyMatch(asked -> asked != part && Implication.holds(asked, not.part(), MOST_STEPS))) {
                return Optional.of("what one part asks for, another excludes");
            }
        }
        return apart(parts);
    }

    private static void flatten(Formula formula, List<Formula> parts) {
        if (formula instanceof And all) {
            all.parts().forEach(part -> flatten(part, parts));
        } else if (formula instanceof Or any && any.parts().size() == 1) {
            flatten(any.parts().get(0), parts);
        } else {
            parts.add(formula);
        }
    }

    private static Optional<String> apart(List<Formula> parts) {
        var tests = parts.stream().flatMap(part -> tests(part).stream()).toList();
        for (int i = 0; i < tests.size(); i++) {
            for (int j = i + 1; j < tests.size(); j++) {
                if (areApart(tests.get(i), tests.get(j))) {
                    return Optional.of("'" + tests.get(i).get(0).field() + "' can't be both "
                            + Shown.of(tests.get(i).get(0).value()) + " and "
                            + Shown.of(tests.get(j).get(0).value()));
                }
            }
        }
        return Optional.empty();
    }

    /** The alternatives of a part that tests one field, or none. */
    private static Optional<List<Leaf>> tests(Formula part) {
        if (part instanceof Leaf leaf) {
            return Optional.of(List.of(leaf)).filter(leaves -> isPlain(leaf));
        }
        if (!(part instanceof Or any) || any.parts().isEmpty()) {
            return Optional.empty();
        }
        var leaves = new ArrayList<Leaf>();
        for (var alternative : any.parts()) {
            if (!(alternative instanceof Leaf leaf) || !isPlain(leaf)) {
                return Optional.empty();
            }
            leaves.add(leaf);
        }
        var field = leaves.get(0).field();
        return leaves.stream().allMatch(leaf -> leaf.field().equals(field)) ? Optional.of(leaves) : Optional.empty();
    }

    private static boolean isPlain(Leaf leaf) {
        return hasOneValue(leaf.field()) && leaf.kind() != Kind.OTHER;
    }

    /** Whether no event has several values of the field, as keywords have, and some fields inside of others, such as ECS's process.args. */
    private static boolean hasOneValue(String field) {
        return !field.isEmpty() && !field.equals(UNNAMED) && field.indexOf('.') < 0;
    }

    private static boolean areApart(List<Leaf> some, List<Leaf> others) {
        return some.get(0).field().equals(others.get(0).field())
                && some.stream().allMatch(one -> others.stream().allMatch(other -> areApart(one, other)));
    }

    /** Whether one text can't pass both tests. */
    private static boolean areApart(Leaf one, Leaf other) {
        if (one.kind() == Kind.NUMBER || other.kind() == Kind.NUMBER) {
            return one.kind() == other.kind() && !one.value().equals(other.value());
        }
        var a = Literals.folded(one.value());
        var b = Literals.folded(other.value());
        if (one.kind() == Kind.EQUALS) {
            return !other.kind().fits(a, b);
        }
        if (other.kind() == Kind.EQUALS) {
            return !one.kind().fits(b, a);
        }
        if (one.kind() != other.kind()) {
            return false;
        }
        return switch (one.kind()) {
            case STARTS -> !a.startsWith(b) && !b.startsWith(a);
            case ENDS -> !a.endsWith(b) && !b.endsWith(a);
            case EQUALS, CONTAINS, NUMBER, OTHER -> false;
        };
    }
}
