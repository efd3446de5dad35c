package io.weir.match;

import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A comparison with a number: {@code lt}, {@code lte}, {@code gt}, {@code gte}. Text that is a number counts as one; any other is neither less nor
 * greater.
 */
record NumberTest(Comparison comparison, BigDecimal bound) implements OperandTest {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,400}(?:\\.\\d{0,400})?|\\.\\d{1,400})(?:[eE][+-]?\\d{1,4})?");

    /** How the value must lie to the bound. */
    enum Comparison {
        LESS,
        LESS_OR_EQUAL,
        EQUAL,
        GREATER_OR_EQUAL,
        GREATER;

        private boolean holds(int sign) {
            return switch (this) {
                case LESS -> sign < 0;
                case LESS_OR_EQUAL -> sign <= 0;
                case EQUAL -> sign == 0;
                case GREATER_OR_EQUAL -> sign >= 0;
                case GREATER -> sign > 0;
            };
        }
    }

    /** The number that a text is, in decimal digits, or none. */
    static Optional<BigDecimal> parse(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    @Override
    public boolean fits(Operand value) {
        return switch (value.kind()) {
            case NUMBER -> value.number() != null && holds(value.number());
            case TEXT -> parse(value.text()).filter(this::holds).isPresent();
            case BOOL, NULL -> false;
        };
    }

    /** Whether that number lies so. */
    boolean holds(BigDecimal number) {
        return comparison.holds(number.compareTo(bound));
    }
}
