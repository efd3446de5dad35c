package io.weir.pipeline;

import io.weir.rule.SigmaValue;

/** {@code set_state}: what later conditions of the same run read. */
public record SetState(String key, SigmaValue value) implements PreambleTransformation {
    @Override
    public Preamble change(Preamble preamble, Step step) {
        step.run().setState(key, value);
        return preamble;
    }
}
