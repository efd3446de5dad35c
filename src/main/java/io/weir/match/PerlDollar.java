package io.weir.match;

import java.util.regex.Pattern;

/**
 * {@code $} as PCRE, the flavour that Sigma names, has it: the end of the text, or just before a line end that ends the text. RE2 knows
 * only the first; script blocks often end with a line end.
 */
final class PerlDollar {

    /** A group that may switch to {@code $} at every line: there RE2 and PCRE agree. */
    private static final Pattern SWITCHES_LINES = Pattern.compile("\\(\\?[a-zA-Z]*m");

    private final String expression;
    private final StringBuilder written = new StringBuilder();
    private int at;

    private PerlDollar(String expression) {
        this.expression = expression;
    }

    /** The expression with each such {@code $} in words that RE2 knows. */
    static String spelledOut(String expression) {
        if (expression.indexOf('$') < 0 || SWITCHES_LINES.matcher(expression).find()) {
            return expression;
        }
        return new PerlDollar(expression).spelledOut();
    }

    private String spelledOut() {
        while (at < expression.length()) {
            switch (expression.charAt(at)) {
                case '\\' -> copyTo(endOfEscape());
                case '[' -> copyTo(endOfClass());
                case '$' -> spellOutDollar();
                default -> copyTo(at + 1);
            }
        }
        return written.toString();
    }

    private void spellOutDollar() {
        written.append("(?:\\n?\\z)");
        at++;
    }

    private void copyTo(int end) {
        written.append(expression, at, Math.min(end, expression.length()));
        at = end;
    }

    /** An escape is two characters, but for {@code \Q}, which reaches to {@code \E}. */
    private int endOfEscape() {
        if (!expression.startsWith("\\Q", at)) {
            return at + 2;
        }
        int end = expression.indexOf("\\E", at);
        return end < 0 ? expression.length() : end + 2;
    }

    /** A bracket that is first in a class, or first after {@code ^}, does not end it. */
    private int endOfClass() {
        int next = at + (expression.startsWith("[^", at) ? 2 : 1);
        next += expression.startsWith("]", next) ? 1 : 0;
        while (next < expression.length() && expression.charAt(next) != ']') {
            next += step(next);
        }
        return next + 1;
    }

    private int step(int next) {
        if (expression.startsWith("[:", next)) {
            int end = expression.indexOf(":]", next);
            return end < 0 ? 1 : end + 2 - next;
        }
        return expression.charAt(next) == '\\' ? 2 : 1;
    }
}
