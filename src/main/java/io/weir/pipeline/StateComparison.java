package io.weir.pipeline;

import io.weir.rule.SigmaValue;

/**
 * What a pipeline's state must be: {@code processing_state}. A key that was never set fulfils nothing.
 *
 * @param relation none of lists
 */
public record StateComparison(String key, SigmaValue value, Relation relation) {

    boolean holds(Run run) throws Unfit {
        var state = run.state(key);
        if (state.isEmpty()) {
            return false;
        }
        var compared = Scalar.compare(state.get(), value);
        if (compared.isEmpty() && relation.isOfOrder()) {
            throw new Unfit(
                    value.position(),
                    "the state '" + key + "' is '" + Scalar.text(state.get())
                            + "', which is neither less nor greater than '" + Scalar.text(value) + "'",
                    "");
        }
        return compared.isPresent() ? relation.holds(compared.getAsInt()) : relation == Relation.NE;
    }
}
