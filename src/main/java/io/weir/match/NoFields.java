package io.weir.match;

import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import io.weir.rule.FieldOrigin;

/** The fields of no event. */
enum NoFields implements Fields {
    NONE;

    @Override
    public FieldView field(String name) {
        return FieldView.ABSENT;
    }

    @Override
    public FieldView of(FieldOrigin origin) {
        return FieldView.ABSENT;
    }

    @Override
    public FieldView all() {
        return FieldView.ABSENT;
    }

    @Override
    public boolean fit(OperandTest test, Operand value) {
        return test.fits(value);
    }
}
