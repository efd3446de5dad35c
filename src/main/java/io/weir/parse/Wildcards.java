package io.weir.parse;

/** Finds wildcards in the text of a value (Sigma rules specification, "Escape Character"). */
final class Wildcards {

    private Wildcards() {}

    /** Where the first {@code *} or {@code ?} stands that no backslash escapes, or -1. */
    static int first(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '*', '?' -> {
                    return i;
                }
                case '\\' -> i += isEscape(text, i) ? 1 : 0;
                default -> {}
            }
        }
        return -1;
    }

    private static boolean isEscape(String text, int backslash) {
        return backslash + 1 < text.length() && "\\*?".indexOf(text.charAt(backslash + 1)) >= 0;
    }
}
