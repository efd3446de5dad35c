package io.weir.match.value;

/** Whether one value of an event fits one value of a rule. */
public interface OperandTest {
    boolean fits(Operand value);
}
