package io.weir.match;

import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;

/** {@code true} or {@code false}: the same truth value, or a text that says so in any case. */
record SameBool(boolean wanted) implements OperandTest {
    @Override
    public boolean fits(Operand value) {
        return switch (value.kind()) {
            case BOOL, TEXT -> value.folded().equals(String.valueOf(wanted));
            case NUMBER, NULL -> false;
        };
    }
}
