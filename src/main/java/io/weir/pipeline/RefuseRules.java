package io.weir.pipeline;

/** {@code rule_failure}: the pipeline has nothing for such rules. */
public record RefuseRules(String message) implements PreambleTransformation {
    @Override
    public Preamble change(Preamble preamble, Step step) throws Unfit {
        throw new Unfit(preamble.header().position(), message, "");
    }
}
