package io.weir.pipeline;

import io.weir.rule.Attribute;

/**
 * {@code set_custom_attribute}: what later conditions read as if the rule had said it. Under keys of Sigma what the rule itself says
 * counts, as in pySigma.
 */
public record SetAttribute(String name, Attribute value) implements PreambleTransformation {
    @Override
    public Preamble change(Preamble preamble, Step step) {
        return preamble.withAttribute(name, value);
    }
}
