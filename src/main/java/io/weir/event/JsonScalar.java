package io.weir.event;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Values of JSON that are no objects or arrays, as the record writes them, made into values of fields. */
final class JsonScalar {

    /** Longer numbers, and such exponents, are texts: arithmetic with them could take for ever. */
    private static final int LONGEST_NUMBER = 64;

    private static final int LONGEST_LONG = 18;
    private static final int LARGEST_SCALE = 400;

    private JsonScalar() {}

    /** The value whose text begins and ends there, quotes left out; only of a well-formed one. */
    static FieldValue text(byte[] bytes, int from, int to, int traits) {
        return new FieldValue.Text(string(bytes, from, to, traits));
    }

    /** The characters of a well-formed text between its quotes. */
    static String string(byte[] bytes, int from, int to, int traits) {
        if (traits == 0) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return (traits & JsonText.ESCAPED) == 0
                ? new String(bytes, from, to - from, StandardCharsets.UTF_8)
                : unescaped(bytes, from, to);
    }

    private static String unescaped(byte[] bytes, int from, int to) {
        var text = new StringBuilder(to - from);
        for (int at = from; at < to; ) {
            if (bytes[at] == '\\') {
                text.append(escaped(bytes, at));
                at += bytes[at + 1] == 'u' ? 6 : 2;
            } else if (bytes[at] >= 0) {
                text.append((char) bytes[at]);
                at++;
            } else {
                int point = JsonText.point(bytes, at);
                text.appendCodePoint(point);
                at += JsonText.length(point);
            }
        }
        return text.toString();
    }

    /** The UTF-16 unit that a well-formed escape at that place stands for. */
    static char escaped(byte[] bytes, int at) {
        return switch (bytes[at + 1]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) JsonText.unit(bytes, at);
            default -> (char) bytes[at + 1];
        };
    }

    /** The value that is written without quotes: a number, {@code true} or {@code false}. */
    static FieldValue bare(String written) {
        return switch (written) {
            case "true" -> new FieldValue.Bool(true);
            case "false" -> new FieldValue.Bool(false);
            default -> number(written);
        };
    }

    /** The number of that text, or the text where it is beyond all reckoning. */
    static FieldValue number(String text) {
        if (text.length() <= LONGEST_LONG && isWhole(text)) {
            return new FieldValue.Num(text, BigDecimal.valueOf(Long.parseLong(text)));
        }
        return text.length() > LONGEST_NUMBER ? new FieldValue.Text(text) : rareNumber(text);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    private static FieldValue rareNumber(String text) {
        try {
            var number = new BigDecimal(text);
            return Math.abs(number.scale()) > LARGEST_SCALE
                    ? new FieldValue.Text(text)
                    : new FieldValue.Num(text, number);
        } catch (NumberFormatException e) {
            return new FieldValue.Text(text);
        }
    }
}
