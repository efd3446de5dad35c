package io.weir.match;

/** Whether one value of an event fits one value of a rule. */
interface OperandTest {
    boolean fits(Operand value);
}
