package io.weir.parse;

/** Text of a rule file as messages quote it. */
final class Quoted {

    private static final int LONGEST = 80;

    private Quoted() {}

    /** The text in single quotes, cut where it is long. */
    static String of(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return "'" + text + "'";
        }
        return "'" + text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…'";
    }
}
