package io.weir.check;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.ProblemCode;
import java.util.HashSet;
import java.util.Set;

/** Modifiers that are legal together and hardly meant so (pySigma checks the same). */
final class ModifierCheck implements RuleCheck {

    /** With one of these, several values of one field can all be true. */
    private static final Set<Modifier> PARTIAL = Set.of(
            Modifier.CONTAINS,
            Modifier.STARTSWITH,
            Modifier.ENDSWITH,
            Modifier.RE,
            Modifier.NEQ,
            Modifier.CIDR,
            Modifier.LT,
            Modifier.LTE,
            Modifier.GT,
            Modifier.GTE,
            Modifier.FIELDREF);

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.items().forEach(item -> check(rule, item, findings));
    }

    private static void check(LintedRule rule, DetectionItem item, Findings findings) {
        if (item.has(Modifier.ALL) && item.values().size() == 1) {
            report(
                    rule,
                    item,
                    ProblemCode.ALL_OF_ONE_VALUE,
                    "'all' with a single value",
                    "several values, or no 'all'",
                    findings);
        } else if (item.has(Modifier.ALL)
                && !item.isKeyword()
                && item.modifiers().stream().noneMatch(PARTIAL::contains)
                && item.values().stream().noneMatch(Literals::hasWildcard)) {
            report(
                    rule,
                    item,
                    ProblemCode.ALL_WITHOUT_CONTAINS,
                    "a field that equals several values at once",
                    "contains|all",
                    findings);
        }
        if (item.has(Modifier.BASE64OFFSET) && !item.has(Modifier.CONTAINS)) {
            report(
                    rule,
                    item,
                    ProblemCode.OFFSET_WITHOUT_CONTAINS,
                    "'base64offset' without 'contains'",
                    "base64offset|contains",
                    findings);
        }
        var seen = new HashSet<Modifier>();
        item.modifiers().stream()
                .filter(modifier -> !seen.add(modifier) && modifier != Modifier.BASE64)
                .forEach(modifier -> report(
                        rule,
                        item,
                        ProblemCode.MODIFIER_TWICE,
                        "'" + modifier.label() + "' twice",
                        "each modifier once",
                        findings));
    }

    private static void report(
            LintedRule rule, DetectionItem item, ProblemCode code, String found, String expected, Findings findings) {
        findings.add(rule, code, item.position(), found, expected, "");
    }
}
