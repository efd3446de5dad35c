package io.weir.check;

import io.weir.rule.Condition;
import io.weir.rule.DetectionRule;
import io.weir.rule.ProblemCode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a condition leaves out, and what it takes in without saying so. */
final class ConditionCheck implements RuleCheck {

    private static final String ALL_OF_THEM = "'all of them' takes in every selection, also one that is added later";

    /** Names that SigmaHQ gives so that more can be added later. */
    private static final Pattern OPEN = Pattern.compile("(?:selection|filter)_.*\\*");

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.detection().ifPresent(detection -> check(rule, detection, findings));
    }

    private static void check(LintedRule rule, DetectionRule detection, Findings findings) {
        var names = detection.detection().selections().keySet();
        var use = new Use(names, new HashSet<>(), new HashSet<>(), new TreeSet<>());
        detection.detection().conditions().forEach(condition -> condition.match(use));
        names.stream()
                .filter(name -> !use.used().contains(name))
                .forEach(name -> findings.add(
                        rule,
                        ProblemCode.UNUSED_SELECTION,
                        rule.placeOfSelection(name),
                        "the selection " + Shown.of(name) + " is in no condition",
                        "every selection used",
                        "use it, or delete it"));
        for (var quantifier : use.them()) {
            them(rule, quantifier, names.size(), findings);
        }
        use.patterns().forEach(pattern -> pattern(rule, pattern, names, findings));
    }

    private static void pattern(LintedRule rule, String pattern, Set<String> names, Findings findings) {
        var place = rule.placeOfSelection("condition");
        var quantified = new Condition.Quantified(Condition.Quantifier.ONE, pattern);
        long covered = names.stream().filter(quantified::covers).count();
        if (pattern.indexOf('*') < 0) {
            findings.add(
                    rule,
                    ProblemCode.PATTERN_WITHOUT_WILDCARD,
                    place,
                    "'of " + pattern + "', which can fit one selection only",
                    "a pattern with an asterisk",
                    "");
        } else if (covered == 1 && !OPEN.matcher(pattern).matches()) {
            findings.add(
                    rule,
                    ProblemCode.PATTERN_OF_ONE,
                    place,
                    "'of " + pattern + "', which fits one selection",
                    "its name",
                    "");
        }
    }

    private static void them(LintedRule rule, Condition.Quantifier quantifier, int selections, Findings findings) {
        var place = rule.placeOfSelection("condition");
        if (selections == 1) {
            findings.add(rule, ProblemCode.THEM_OF_ONE, place, "'them' is a single selection", "its name", "");
        } else if (quantifier == Condition.Quantifier.ALL) {
            findings.add(rule, ProblemCode.ALL_OF_THEM, place, ALL_OF_THEM, "names, or all of selection_*", "");
        }
    }

    /** Gathers which selections a condition uses, how it says 'them', and the other patterns. */
    private record Use(Set<String> names, Set<String> used, Set<Condition.Quantifier> them, Set<String> patterns)
            implements Condition.Cases<Boolean> {
        @Override
        public Boolean named(Condition.Named condition) {
            return used.add(condition.selection());
        }

        @Override
        public Boolean not(Condition.Not condition) {
            return condition.operand().match(this);
        }

        @Override
        public Boolean allOf(Condition.AllOf condition) {
            condition.operands().forEach(operand -> operand.match(this));
            return true;
        }

        @Override
        public Boolean anyOf(Condition.AnyOf condition) {
            condition.operands().forEach(operand -> operand.match(this));
            return true;
        }

        @Override
        public Boolean quantified(Condition.Quantified condition) {
            if (condition.pattern().equals(Condition.Quantified.THEM)) {
                them.add(condition.quantifier());
            } else {
                patterns.add(condition.pattern());
            }
            names.stream().filter(condition::covers).forEach(used::add);
            return true;
        }
    }
}
