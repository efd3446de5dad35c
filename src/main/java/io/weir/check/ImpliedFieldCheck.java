package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Tests of the event id by rules whose category says it already: of one id that all its events have. */
final class ImpliedFieldCheck implements RuleSetCheck {

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        for (var rule : rules) {
            rule.detection()
                    .filter(detection -> !detection.logSource().category().isEmpty())
                    .ifPresent(detection -> check(rule, detection, inForce, findings));
        }
    }

    private static void check(LintedRule rule, DetectionRule detection, RuleSet inForce, Findings findings) {
        var ids = inForce.eventIds(detection.header().id());
        rule.items().stream()
                .filter(item -> isImplied(item, ids))
                .forEach(item -> findings.add(
                        rule,
                        ProblemCode.IMPLIED_FIELD,
                        item.position(),
                        "EventID, which the category " + detection.logSource().category() + " says already",
                        "what not every event of the category has",
                        ""));
    }

    private static boolean isImplied(DetectionItem item, Set<Integer> ids) {
        return !ids.isEmpty()
                && item.field().equals("EventID")
                && item.modifiers().isEmpty()
                && ids.stream()
                        .allMatch(id -> item.values().stream()
                                .anyMatch(value -> value instanceof SigmaValue.Num number
                                        && number.number().compareTo(BigDecimal.valueOf(id)) == 0));
    }
}
