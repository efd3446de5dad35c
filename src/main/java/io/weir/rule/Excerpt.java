package io.weir.rule;

/**
 * The part of a long line that a message shows. Where it begins follows from the column alone, so that the caret under it can be
 * placed without the rest of the line. Lengths and columns count code points.
 */
final class Excerpt {

    /** The most characters shown of one line. */
    static final int WIDTH = 160;

    /** The last column for which the excerpt begins where the line does. */
    private static final int UNCUT = 120;

    /** How much is shown before a column further to the right. */
    private static final int BEFORE = 60;

    private static final String MORE = "…";

    private Excerpt() {}

    /** The part of the line around the column, with an ellipsis where something is left out. */
    static String cut(String line, int column) {
        int length = line.codePointCount(0, line.length());
        int start = Math.min(start(column), length);
        int end = Math.min(length, start + WIDTH);
        var part = line.substring(line.offsetByCodePoints(0, start), line.offsetByCodePoints(0, end));
        return (start == 0 ? part : MORE + tail(part)) + (end == length ? "" : MORE);
    }

    /** The excerpt as a terminal shows it: a tab as one space, other control characters made visible. */
    static String shown(String excerpt) {
        return Printable.of(excerpt.replace('\t', ' '));
    }

    /** The line under the shown excerpt that points to the column. */
    static String caret(String excerpt, int column) {
        int length = excerpt.codePointCount(0, excerpt.length());
        int before = column - 1 - start(column);
        int inside = Math.min(before, length);
        var shown = shown(excerpt.substring(0, excerpt.offsetByCodePoints(0, inside)));
        return ".".repeat(shown.codePointCount(0, shown.length()) + before - inside) + "^";
    }

    private static int start(int column) {
        return column <= UNCUT ? 0 : column - 1 - BEFORE;
    }

    private static String tail(String part) {
        return part.isEmpty() ? part : part.substring(part.offsetByCodePoints(0, 1));
    }
}
