package io.weir.event;

import java.util.regex.Pattern;

/** Numbers as Windows writes them. */
final class WholeNumber {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

    private WholeNumber() {}

    /** The value as a whole number that is not negative, whether the record writes it as number or text; else -1. */
    static long of(FieldValue value) {
        return of(ValueText.of(value));
    }

    /** The text as a decimal or, with {@code 0x}, hexadecimal number; else -1. */
    static long of(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        return HEXADECIMAL.matcher(text).matches() ? Long.parseLong(text.substring(2), 16) : -1;
    }
}
