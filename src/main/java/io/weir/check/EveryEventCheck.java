package io.weir.check;

import io.weir.rule.ProblemCode;

/**
 * Rules that make every value of every event be searched: keywords of a log source that names neither category nor service. One such rule costs
 * about as much as a third of all of SigmaHQ's together.
 */
final class EveryEventCheck implements RuleCheck {

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.detection()
                .filter(detection -> detection.logSource().category().isEmpty()
                        && detection.logSource().service().isEmpty())
                .ifPresent(detection -> rule.items().stream()
                        .filter(item -> item.isKeyword())
                        .findFirst()
                        .ifPresent(item -> findings.add(
                                rule,
                                ProblemCode.EVERY_EVENT,
                                item.position(),
                                "keywords that are searched in every event of Windows",
                                "a category or a service, or a field",
                                "add what is known of the events to logsource")));
    }
}
