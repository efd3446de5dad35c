package io.weir.pipeline;

import io.weir.rule.Condition;
import java.util.Map;

/** Whether an expression is true, given which of its names are. */
record Truth(Map<String, Boolean> names) implements Condition.Cases<Boolean> {

    @Override
    public Boolean named(Condition.Named condition) {
        return names.getOrDefault(condition.selection(), false);
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
        throw new IllegalStateException("an expression over conditions has no patterns: " + condition.pattern());
    }
}
