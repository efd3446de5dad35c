package io.weir.parse;

/** How messages name a rule that may lack a title or an id. */
final class RuleLabel {

    /** No valid title or id is longer. */
    private static final int LONGEST = 256;

    private RuleLabel() {}

    /** Title and id, as far as there are any. */
    static String of(String title, String id) {
        return title.isEmpty() || id.isEmpty() ? cut(title + id) : cut(title) + " (" + cut(id) + ")";
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
