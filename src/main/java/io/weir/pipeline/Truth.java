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
        var covered = names.keySet().stream().filter(condition::covers).map(names::get);
        return switch (condition.quantifier()) {
            case ONE -> covered.anyMatch(Boolean.TRUE::equals);
            case ALL -> covered.allMatch(Boolean.TRUE::equals);
        };
    }
}
