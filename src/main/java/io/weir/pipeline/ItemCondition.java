package io.weir.pipeline;

import io.weir.rule.SigmaValue;
import java.util.function.Predicate;

/** A condition on detection items: pySigma's {@code detection_item_conditions}. */
public sealed interface ItemCondition {

    /** Whether it holds of the item as it is now. */
    boolean holds(Item item, Run run) throws Unfit;

    /** How many of an item's values must fit. */
    enum Quantity {
        ANY,
        ALL;

        private boolean of(Item item, Predicate<Value> fits) {
            return switch (this) {
                case ANY -> item.values().stream().anyMatch(fits);
                case ALL -> item.values().stream().allMatch(fits);
            };
        }
    }

    /** {@code match_string}: values are text that the expression fits from the start, or, negated, are not. */
    record TextFits(Quantity quantity, PipelineRegex expression, boolean negated) implements ItemCondition {
        @Override
        public boolean holds(Item item, Run run) {
            return quantity.of(
                    item,
                    value -> negated
                            != (value instanceof Value.Text text
                                    && expression.fitsStart(text.text().plain())));
        }
    }

    /** {@code match_value}: values are that one. */
    record ValueIs(Quantity quantity, SigmaValue wanted) implements ItemCondition {
        @Override
        public boolean holds(Item item, Run run) {
            return quantity.of(item, value -> SameValue.is(value, wanted));
        }
    }

    /** {@code contains_wildcard}: values are text with wildcards. */
    record HasWildcard(Quantity quantity) implements ItemCondition {
        @Override
        public boolean holds(Item item, Run run) {
            return quantity.of(
                    item,
                    value -> value instanceof Value.Text text && text.text().hasWildcards());
        }
    }

    /** {@code is_null}: values are null. */
    record IsNull(Quantity quantity) implements ItemCondition {
        @Override
        public boolean holds(Item item, Run run) {
            return quantity.of(
                    item, value -> value instanceof Value.Other other && other.value() instanceof SigmaValue.Null);
        }
    }

    /** {@code processing_item_applied}: the transformation of that id changed the item. */
    record IsChangedBy(String id) implements ItemCondition {
        @Override
        public boolean holds(Item item, Run run) {
            return item.applied().contains(id);
        }
    }

    /** {@code processing_state}. */
    record HasState(StateComparison test) implements ItemCondition {
        @Override
        public boolean holds(Item item, Run run) throws Unfit {
            return test.holds(run);
        }
    }
}
