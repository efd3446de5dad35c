package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Fields that a correlation groups by or looks at, and that events of a rule which it refers to never have: that rule never counts. */
final class GroupByCheck implements RuleSetCheck {

    private final WindowsFields fields;

    GroupByCheck(WindowsFields fields) {
        this.fields = fields;
    }

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        for (var rule : rules) {
            rule.correlation()
                    .flatMap(correlation -> inForce.rule(correlation.header().id()))
                    .ifPresent(known -> {
                        if (known instanceof CorrelationRule resolved) {
                            check(rule, resolved, inForce, findings);
                        }
                    });
        }
    }

    private void check(LintedRule rule, CorrelationRule correlation, RuleSet inForce, Findings findings) {
        for (var step : correlation.steps()) {
            var detection = detection(step.rule(), inForce);
            for (var name : correlation.fields()) {
                detection
                        .filter(referred -> lacks(referred, correlation.fieldOf(step.rule(), name)))
                        .ifPresent(referred -> findings.add(
                                rule,
                                ProblemCode.GROUP_BY_NEVER_THERE,
                                correlation.places().field(name),
                                "events of " + Shown.of(referred.header().title()) + " have no field "
                                        + Shown.of(correlation.fieldOf(step.rule(), name)),
                                "a field that the events of every rule have, or an alias for it",
                                ""));
            }
        }
    }

    private boolean lacks(DetectionRule rule, String field) {
        var category = rule.logSource().category();
        return fields.knows(category) && !fields.has(category, field);
    }

    private static Optional<DetectionRule> detection(String id, RuleSet inForce) {
        return inForce.rule(id)
                .flatMap(rule -> rule instanceof DetectionRule detection ? Optional.of(detection) : Optional.empty());
    }
}
