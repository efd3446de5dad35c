package io.weir.pipeline;

import io.weir.rule.LogSource;

/** {@code change_logsource}: the rule looks at the events of that log source and no longer at those of its own. */
public record ChangeLogSource(LogSource logSource) implements Transformation {
    @Override
    public DetectionDraft apply(DetectionDraft rule, Step step) {
        return rule.with(logSource);
    }
}
