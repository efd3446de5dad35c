package io.weir.match;

import io.weir.rule.RegexToken;
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
            if (expression.charAt(at) == '$') {
                spellOutDollar();
            } else {
                copyTo(RegexToken.end(expression, at));
            }
        }
        return written.toString();
    }

    private void spellOutDollar() {
        written.append("(?:\\n?\\z)");
        at++;
    }

    private void copyTo(int end) {
        written.append(expression, at, end);
        at = end;
    }
}
