package io.weir.rule;

/**
 * A rule that looks at one event at a time (Sigma rules specification).
 *
 * @param header what the rule says of itself
 * @param logSource which events it looks at
 * @param detection what it looks for in them
 */
public record DetectionRule(RuleHeader header, LogSource logSource, Detection detection) implements SigmaRule {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.detection(this);
    }
}
