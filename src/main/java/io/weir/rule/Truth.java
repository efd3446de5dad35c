package io.weir.rule;

import java.util.function.Predicate;

/** Whether a condition is true, given which of its names are. */
record Truth(Predicate<String> names) implements Condition.Cases<Boolean> {

    @Override
    public Boolean named(Condition.Named condition) {
        return names.test(condition.selection());
    }

    @Override
    public Boolean not(Condition.Not condition) {
        return !condition.operand().match(this);
    }

    @Override
    public Boolean allOf(Condition.AllOf condition) {
        return condition.operands().stream().allMatch(operand -> operand.match(this));
    }

    @Override
    public Boolean anyOf(Condition.AnyOf condition) {
        return condition.operands().stream().anyMatch(operand -> operand.match(this));
    }

    @Override
    public Boolean quantified(Condition.Quantified condition) {
        return false;
    }
}
