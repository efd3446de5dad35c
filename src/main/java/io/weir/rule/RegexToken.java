package io.weir.rule;

import java.util.regex.Pattern;

/** Where the parts of an expression end that no sign has a meaning in: escapes and classes of characters. */
public final class RegexToken {

    /** {@code \x{10FFFF}}, {@code \x41}, {@code \p{Greek}}, {@code \pL} and {@code \101}. */
    private static final Pattern LONGER_ESCAPE =
            Pattern.compile("\\\\(?:x\\{[^}]*\\}|x[0-9a-fA-F]{2}|[pP]\\{[^}]*\\}|[pP].|[0-7]{2,3})");

    private RegexToken() {}

    /** The end of what begins there: of an escape, of a class of characters, or of a single character. */
    public static int end(String expression, int at) {
        int end = switch (expression.charAt(at)) {
            case '\\' -> endOfEscape(expression, at);
            case '[' -> endOfClass(expression, at);
            default -> at + 1;
        };
        return Math.min(end, expression.length());
    }

    /** An escape is two characters, but for those that name a character by its number or a class by its name, and for {@code \Q}, which reaches to {@code \E}. */
    private static int endOfEscape(String expression, int at) {
        if (expression.startsWith("\\Q", at)) {
            int end = expression.indexOf("\\E", at);
            return end < 0 ? expression.length() : end + 2;
        }
        var longer = LONGER_ESCAPE.matcher(expression).region(at, expression.length());
        return longer.lookingAt() ? longer.end() : at + 2;
    }

    /** A bracket that is first in a class, or first after {@code ^}, does not end it. */
    private static int endOfClass(String expression, int at) {
        int next = at + (expression.startsWith("[^", at) ? 2 : 1);
        next += expression.startsWith("]", next) ? 1 : 0;
        while (next < expression.length() && expression.charAt(next) != ']') {
            next += step(expression, next);
        }
        return next + 1;
    }

    private static int step(String expression, int next) {
        if (expression.startsWith("[:", next)) {
            int end = expression.indexOf(":]", next);
            return end < 0 ? 1 : end + 2 - next;
        }
        return expression.charAt(next) == '\\' ? 2 : 1;
    }
}
