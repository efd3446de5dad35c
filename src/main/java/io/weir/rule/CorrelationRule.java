package io.weir.rule;

import java.util.List;

/**
 * A rule that looks at what other rules matched (Sigma correlation rules specification).
 *
 * @param header what the rule says of itself
 * @param type how the matches must lie to each other
 * @param steps the rules that it refers to, in its order; at least one
 * @param groupBy the fields whose values the events of one group share, in the rule's order; may be empty
 * @param timespan how far apart the events may lie, both ends included
 * @param link which processes the events of one group must come from
 * @param generate whether the rules that it refers to make alerts of their own, too
 */
public record CorrelationRule(
        RuleHeader header,
        CorrelationType type,
        List<RuleReference> steps,
        List<String> groupBy,
        Timespan timespan,
        Link link,
        boolean generate)
        implements SigmaRule {

    public CorrelationRule {
        steps = List.copyOf(steps);
        groupBy = List.copyOf(groupBy);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a correlation refers to a rule");
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.correlation(this);
    }

    /** The same rule with its references replaced, as when names became ids. */
    public CorrelationRule withSteps(List<RuleReference> resolved) {
        return new CorrelationRule(header, type, resolved, groupBy, timespan, link, generate);
    }
}
