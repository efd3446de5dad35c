package io.weir.pipeline;

import io.weir.rule.EventSource;

/** Weir's own {@code add_source}: the rule looks at those events, too, with its fields where they have them. */
public record AddSource(EventSource source) implements Transformation {
    @Override
    public DetectionDraft apply(DetectionDraft rule, Step step) {
        return rule.with(source);
    }
}
