package io.weir.rule;

import java.util.List;

/**
 * A rule that looks at one event at a time (Sigma rules specification).
 *
 * @param header what the rule says of itself
 * @param logSource which events it looks at
 * @param sources more events that it looks at, by what pipelines say; none as the rule is written
 * @param detection what it looks for in them
 */
public record DetectionRule(RuleHeader header, LogSource logSource, List<EventSource> sources, Detection detection)
        implements SigmaRule {

    public DetectionRule {
        sources = List.copyOf(sources);
    }

    /** A rule that looks at the events of its log source alone. */
    public DetectionRule(RuleHeader header, LogSource logSource, Detection detection) {
        this(header, logSource, List.of(), detection);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.detection(this);
    }
}
