package io.weir.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers as YAML 1.1 writes them: decimal, octal, hexadecimal, binary, to the base of sixty, and with underscores. */
final class YamlNumber {

    /** Powers of ten beyond this are no number: a rule that has one is wrong or hostile. */
    private static final int LARGEST_EXPONENT = 308;

    private YamlNumber() {}

    /** The value of a scalar of type {@link ScalarType#INTEGER} or {@link ScalarType#DECIMAL}; none if it is not finite or out of range. */
    static Optional<BigDecimal> of(String text) {
        var digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        var unsigned = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        try {
            return Optional.of(unsigned(unsigned))
                    .filter(YamlNumber::isInRange)
                    .map(number -> negative ? number.negate() : number);
        } catch (NumberFormatException notFinite) {
            return Optional.empty();
        }
    }

    private static BigDecimal unsigned(String digits) {
        if (digits.indexOf(':') >= 0) {
            return sexagesimal(digits);
        } else if (digits.startsWith("0x")) {
            return new BigDecimal(new BigInteger(digits.substring(2), 16));
        } else if (digits.startsWith("0b")) {
            return new BigDecimal(new BigInteger(digits.substring(2), 2));
        }
        boolean octal = digits.length() > 1 && digits.startsWith("0") && digits.indexOf('.') < 0;
        return octal ? new BigDecimal(new BigInteger(digits, 8)) : new BigDecimal(digits);
    }

    private static BigDecimal sexagesimal(String digits) {
        var sum = BigDecimal.ZERO;
        for (var place : digits.split(":", -1)) {
            sum = sum.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(place));
        }
        return sum;
    }

    private static boolean isInRange(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= LARGEST_EXPONENT
                && Math.abs((long) number.scale()) <= LARGEST_EXPONENT;
    }
}
