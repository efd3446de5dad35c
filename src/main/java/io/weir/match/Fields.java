package io.weir.match;

import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import io.weir.rule.FieldOrigin;

/** The fields of one event as one rule reads them. */
interface Fields {

    /** The field of that name; {@link FieldView#ABSENT} where the event does not have it. */
    FieldView field(String name);

    /** What an origin gives of the event; {@link FieldView#ABSENT} where that is nothing. */
    FieldView of(FieldOrigin origin);

    /** All values of the event: where keywords are searched. */
    FieldView all();

    /** Whether a value fits a test: what the test says, in whatever way that is found out. */
    boolean fit(OperandTest test, Operand value);
}
