package io.weir.check;

/** Texts of rules as findings quote them: in quotes and of bounded length. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    static String of(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? "'" + text + "'"
                : "'" + text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…'";
    }
}
