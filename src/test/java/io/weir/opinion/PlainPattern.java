package io.weir.opinion;

import io.weir.opinion.SeenEvent.Value;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A text with wildcards, looked for in a whole value. Its tokens are code points, or one of the constants. */
final class PlainPattern implements Predicate<Value> {

    /** Any characters, or none. */
    static final int ANY_RUN = -1;

    /** Exactly one character. */
    static final int ANY_ONE = -2;

    /** One of the dashes of {@code windash}. */
    static final int ANY_DASH = -3;

    static final String DASHES = "-/\u2013\u2014\u2015";

    private final int[] tokens;
    private final boolean cased;

    /** The longest text without wildcards in it: a value that does not have it is told at once. */
    private final String needed;

    PlainPattern(IntStream tokens, boolean cased) {
        this.tokens = tokens.map(token -> cased || token < 0 ? token : SeenEvent.fold(token))
                .toArray();
        this.cased = cased;
        this.needed = longestLiteral(this.tokens);
    }

    private static String longestLiteral(int[] tokens) {
        var longest = "";
        var literal = new StringBuilder();
        for (int token : tokens) {
            if (token < 0) {
                literal.setLength(0);
            } else if (literal.appendCodePoint(token).length() > longest.length()) {
                longest = literal.toString();
            }
        }
        return longest;
    }

    /** The same, found anywhere in a value. */
    PlainPattern anywhere() {
        var run = IntStream.of(ANY_RUN);
        return new PlainPattern(
                IntStream.concat(IntStream.concat(run, Arrays.stream(tokens)), IntStream.of(ANY_RUN)), cased);
    }

    @Override
    public boolean test(Value value) {
        var text = cased ? value.text() : value.folded();
        return !value.isNull() && text.contains(needed) && matches(text);
    }

    /** Where a run does not fit as short as it is, it is made one character longer; only the last run ever has to be. */
    private boolean matches(String text) {
        int token = 0;
        int at = 0;
        int run = -1;
        int resume = 0;
        while (at < text.length() || token < tokens.length) {
            if (token < tokens.length && tokens[token] == ANY_RUN) {
                run = token++;
                resume = at;
                if (token == tokens.length) {
                    return true;
                }
            } else if (token < tokens.length && at < text.length() && fits(tokens[token], text.codePointAt(at))) {
                token++;
                at += Character.charCount(text.codePointAt(at));
            } else if (run >= 0 && resume < text.length()) {
                token = run + 1;
                resume += Character.charCount(text.codePointAt(resume));
                at = resume;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(int token, int letter) {
        return token == letter || token == ANY_ONE || (token == ANY_DASH && DASHES.indexOf(letter) >= 0);
    }
}
