package io.weir.match;

import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.math.BigDecimal;

/** A number without modifiers: the same number, or a text that is written like it. */
record SameNumber(BigDecimal number, String written) implements OperandTest {

    static SameNumber of(BigDecimal number) {
        return new SameNumber(number, number.toPlainString());
    }

    @Override
    public boolean fits(Operand value) {
        return switch (value.kind()) {
            case NUMBER -> value.number() != null && value.number().compareTo(number) == 0;
            case TEXT -> value.text().equals(written);
            case BOOL, NULL -> false;
        };
    }
}
