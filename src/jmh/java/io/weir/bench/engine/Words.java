package io.weir.bench.engine;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that look like those of rules, and are none: the first half of one and the second of another. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    /** Letters behind a backslash, in braces or before a colon may be part of an expression's grammar. */
    private static final Pattern PLAIN_IN_EXPRESSION =
            Pattern.compile("(?<![\\\\A-Za-z{<])[A-Za-z]{4,}(?![A-Za-z:}>])");

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    private final List<String> known;
    private final Random random;

    private Words(List<String> known, Random random) {
        this.known = known;
        this.random = random;
    }

    /** Words made of those of the texts. */
    static Words of(Collection<String> texts, Random random) {
        var known = texts.stream()
                .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
                .distinct()
                .sorted()
                .toList();
        return new Words(known, random);
    }

    /** The text with another word in place of its longest, or one more where it has none; without a letter it stays. */
    String inText(String text) {
        if (!LETTER.matcher(text).find()) {
            return text;
        }
        var replaced = replaced(WORD, text);
        return replaced.equals(text) ? text + made() : replaced;
    }

    /** The regular expression with another word in place of the longest that it looks for as it stands, or as it is. */
    String inExpression(String expression) {
        return replaced(PLAIN_IN_EXPRESSION, expression);
    }

    private String replaced(Pattern words, String text) {
        int from = 0;
        int to = 0;
        var matcher = words.matcher(text);
        while (matcher.find()) {
            if (matcher.end() - matcher.start() > to - from) {
                from = matcher.start();
                to = matcher.end();
            }
        }
        return to == 0 ? text : text.substring(0, from) + made() + text.substring(to);
    }

    private String made() {
        var first = known.get(random.nextInt(known.size()));
        var second = known.get(random.nextInt(known.size()));
        return first.substring(0, (first.length() + 1) / 2) + second.substring(second.length() / 2);
    }
}
