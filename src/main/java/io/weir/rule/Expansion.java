package io.weir.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an expression comes to once its repetitions are written out, as RE2/J does before it says how large that is: {@code (a{1,1000}){1,1000}} is a million steps, and
 * four such in each other are more than memory holds.
 *
 * @param steps about how many: too few where one part becomes several, too many where several characters become one class; from {@value #MOST} on no longer exact
 * @param depth how deep groups stand in each other
 */
public record Expansion(long steps, int depth) {

    /** No deeper than this may groups stand in each other: what reads expressions and runs them goes as deep. */
    public static final int DEEPEST = 250;

    private static final long MOST = 1L << 40;
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,4})(?:,([0-9]{0,4}))?\\}");
    private static final Pattern FLAGS = Pattern.compile("\\(\\?[a-zA-Z-]*\\)");
    private static final String NOTHING = "\\Q\\E";
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?[^:>)]*[:>]?)?");

    /** The expression's; of what is none, whatever. */
    public static Expansion of(String expression) {
        var reader = new Reader(expression);
        return new Expansion(reader.steps(), reader.deepest);
    }

    private static final class Reader {

        private final String expression;
        private final Deque<Long> outside = new ArrayDeque<>();
        private int deepest;
        private long steps;
        private long last;

        Reader(String expression) {
            this.expression = expression;
        }

        long steps() {
            int at = 0;
            while (at < expression.length()) {
                at = read(at);
            }
            while (!outside.isEmpty()) {
                close();
            }
            return steps;
        }

        private int read(int at) {
            return switch (expression.charAt(at)) {
                case '(' -> open(at);
                case ')' -> {
                    close();
                    yield at + 1;
                }
                case '{' -> repeat(at);
                case '|', '*', '+', '?' -> at + 1;
                default -> plain(at);
            };
        }

        private int open(int at) {
            var flags = FLAGS.matcher(expression).region(at, expression.length());
            if (flags.lookingAt()) { // They are nothing by themselves: what stands before is repeated by what comes
                // next.
                return flags.end();
            }
            outside.push(steps);
            deepest = Math.max(deepest, outside.size());
            steps = 0;
            return endOf(GROUP.matcher(expression), at, at + 1);
        }

        private void close() {
            if (!outside.isEmpty()) { // else it is no expression, which RE2/J says better
                last = Math.max(steps, 1);
                steps = Math.min(MOST, outside.pop() + last);
            }
        }

        private int repeat(int at) {
            var repetition = REPETITION.matcher(expression).region(at, expression.length());
            if (!repetition.lookingAt()) {
                return plain(at);
            }
            long copies = Math.max(1, Math.max(number(repetition.group(1)), number(repetition.group(2))));
            steps = Math.min(MOST, steps + last * (copies - 1));
            last = Math.min(MOST, last * copies);
            return repetition.end();
        }

        private int plain(int at) {
            int end = RegexToken.end(expression, at);
            if (expression.startsWith(NOTHING, at)) {
                return end;
            }
            last = 1;
            steps += expression.startsWith("\\Q", at) ? Math.max(end - at - 4, 1) : 1;
            return end;
        }

        private static long number(@Nullable String digits) {
            return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
        }

        private static int endOf(Matcher matcher, int at, int otherwise) {
            return matcher.region(at, matcher.regionEnd()).lookingAt() ? matcher.end() : otherwise;
        }
    }
}
