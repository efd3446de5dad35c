package io.weir.parse;

import io.weir.rule.Condition;

/** Whether a condition is true where none of what it names is. */
final class TrueOfNothing implements Condition.Cases<Boolean> {

    @Override
    public Boolean named(Condition.Named named) {
        return false;
    }

    @Override
    public Boolean not(Condition.Not not) {
        return !not.operand().match(this);
    }

    @Override
    public Boolean allOf(Condition.AllOf all) {
        return all.operands().stream().allMatch(operand -> operand.match(this));
    }

    @Override
    public Boolean anyOf(Condition.AnyOf any) {
        return any.operands().stream().anyMatch(operand -> operand.match(this));
    }

    @Override
    public Boolean quantified(Condition.Quantified quantified) {
        return false;
    }
}
