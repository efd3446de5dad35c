package io.weir.pipeline;

import java.util.List;

/** A condition on the names of fields: pySigma's {@code field_name_conditions}. */
public sealed interface FieldCondition {

    /** Whether it holds of a name; the empty one stands for keywords. */
    boolean holds(String name, Run run) throws Unfit;

    /** Whether it holds of the item's field, or of a field that a value refers to. */
    default boolean holds(Item item, Run run) throws Unfit {
        if (holds(item.field(), run)) {
            return true;
        }
        for (var value : item.values()) {
            if (value instanceof Value.Reference reference && holds(reference.field(), run)) {
                return true;
            }
        }
        return false;
    }

    /** {@code include_fields} and {@code exclude_fields}: the name is one of those, or is not. Keywords have no name. */
    record IsOneOf(List<String> names, boolean wanted) implements FieldCondition {
        public IsOneOf {
            names = List.copyOf(names);
        }

        @Override
        public boolean holds(String name, Run run) {
            return (!name.isEmpty() && names.contains(name)) == wanted;
        }
    }

    /** The same with {@code mode: re}: one of the expressions fits the name from its start, or none does. */
    record FitsOneOf(List<PipelineRegex> expressions, boolean wanted) implements FieldCondition {
        public FitsOneOf {
            expressions = List.copyOf(expressions);
        }

        @Override
        public boolean holds(String name, Run run) {
            boolean fits = !name.isEmpty() && expressions.stream().anyMatch(expression -> expression.fitsStart(name));
            return fits == wanted;
        }
    }

    /** {@code processing_item_applied}: the transformation of that id changed the item, or renamed a field that is not of an item. */
    record IsChangedBy(String id) implements FieldCondition {
        @Override
        public boolean holds(String name, Run run) {
            return run.wasRenamed(name, id);
        }

        @Override
        public boolean holds(Item item, Run run) {
            return item.applied().contains(id);
        }
    }

    /** {@code processing_state}. */
    record HasState(StateComparison test) implements FieldCondition {
        @Override
        public boolean holds(String name, Run run) throws Unfit {
            return test.holds(run);
        }
    }
}
