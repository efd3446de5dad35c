package io.weir.event;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as Windows writes them, or others after it: tables of data make {@code 1.0} of 1 where a row has none. */
final class WholeNumber {

    private static final int MOST_DIGITS = 18;
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");
    private static final Pattern FRACTION = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,18})?(?:[eE][+-]?[0-9]{1,2})?");

    private WholeNumber() {}

    /** The value as a whole number that is not negative, whether the record writes it as number or text; else -1. */
    static long of(FieldValue value) {
        return of(ValueText.of(value));
    }

    /** The text as a decimal, whose fraction is nothing, or, with {@code 0x}, hexadecimal number; else -1. */
    static long of(String text) {
        long decimal = decimal(text);
        if (decimal >= 0) {
            return decimal;
        }
        return HEXADECIMAL.matcher(text).matches() ? Long.parseLong(text.substring(2), 16) : fraction(text);
    }

    private static long fraction(String text) {
        if (!FRACTION.matcher(text).matches()) {
            return -1;
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() <= 0 && number.precision() - number.scale() <= MOST_DIGITS ? number.longValueExact() : -1;
    }

    /** The number, if the text is nothing but digits, and not too many; every event has one in its id. */
    private static long decimal(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
