package io.weir.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word or a bracket of a condition.
 *
 * @param text as written; empty at the end of the condition
 * @param offset where it begins in the condition's text, in chars
 */
record ConditionToken(String text, int offset) {

    private static final Pattern TOKENS = Pattern.compile("[()|]|[^\\s()|]+");

    /** The tokens of a condition, and one for its end. */
    static List<ConditionToken> of(String condition) {
        var tokens = new ArrayList<ConditionToken>();
        var matcher = TOKENS.matcher(condition);
        while (matcher.find()) {
            tokens.add(new ConditionToken(matcher.group(), matcher.start()));
        }
        tokens.add(new ConditionToken("", condition.stripTrailing().length()));
        return tokens;
    }

    /** Whether this is that operator, in any case. */
    boolean is(String operator) {
        return text.equalsIgnoreCase(operator);
    }

    boolean isEnd() {
        return text.isEmpty();
    }

    /** Whether this can name a selection. */
    boolean isName() {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "(", ")", "|", "and", "or", "not" -> false;
            default -> true;
        };
    }
}
