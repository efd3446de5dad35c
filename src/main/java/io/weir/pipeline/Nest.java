package io.weir.pipeline;

import java.util.List;
import java.util.Map;

/** {@code nest}: a pipeline in a pipeline, with a memory of its own, which the outer one takes over at its end. It sees no variables. */
public record Nest(List<PipelineItem> items) implements Transformation {

    public Nest {
        items = List.copyOf(items);
    }

    @Override
    public DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit {
        var nested = new Run(Map.of());
        var changed = rule;
        for (var item : items) {
            changed = item.apply(changed, nested);
        }
        step.run().takeOver(nested);
        return changed;
    }

    @Override
    public CorrelationDraft apply(CorrelationDraft rule, Step step) throws Unfit {
        var nested = new Run(Map.of());
        var changed = rule;
        for (var item : items) {
            changed = item.apply(changed, nested);
        }
        step.run().takeOver(nested);
        return changed;
    }
}
