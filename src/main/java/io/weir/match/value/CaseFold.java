package io.weir.match.value;

/**
 * Text without regard to case: Unicode's simple case folding, one code point to one code point, so that {@code ?} counts the same
 * characters before and after. The dotted and the dotless i of Turkish are letters of their own, as in Unicode's default folding.
 */
public final class CaseFold {

    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final int DOTLESS_SMALL_I = 0x131;

    private CaseFold() {}

    /** The code point that stands for all its cases. */
    public static int fold(int point) {
        if (point < 0x80) {
            return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
        }
        if (point == DOTTED_CAPITAL_I || point == DOTLESS_SMALL_I) {
            return point;
        }
        return Character.toLowerCase(Character.toUpperCase(point));
    }

    /** The text with every code point folded; its length stays. */
    public static String fold(String text) {
        int from = firstToFold(text);
        return from < 0 ? text : foldFrom(text, from);
    }

    private static int firstToFold(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= 0x80 || (unit >= 'A' && unit <= 'Z')) {
                return at;
            }
        }
        return -1;
    }

    private static String foldFrom(String text, int from) {
        var folded = new StringBuilder(text.length()).append(text, 0, from);
        for (int at = from; at < text.length(); ) {
            int point = text.codePointAt(at);
            folded.appendCodePoint(fold(point));
            at += Character.charCount(point);
        }
        return folded.toString();
    }
}
