package io.weir.pipeline;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.rule.Expansion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regular expression of a pipeline. They are written for Python's {@code re}; here they run in linear time, so without look-around and
 * back references.
 */
public final class PipelineRegex {

    /** Longer expressions are refused. */
    private static final int LONGEST = 8_192;

    /** Expressions that compile to more steps are refused: each character of a value may cost as much. */
    private static final int LARGEST = 20_000;

    private static final String TOO_LARGE = "more than " + LARGEST + " steps";

    private final String written;
    private final Pattern pattern;

    private PipelineRegex(String written) {
        this.written = written;
        this.pattern = Pattern.compile(translated(written));
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException where it can't be run; the message says why
     */
    public static PipelineRegex of(String expression) {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException("more than " + LONGEST + " characters");
        }
        // Before RE2/J writes repetitions out and descends into groups, neither of which it bounds.
        var expansion = Expansion.of(expression);
        if (expansion.steps() > LARGEST) {
            throw new IllegalArgumentException(TOO_LARGE);
        }
        if (expansion.depth() > Expansion.DEEPEST) {
            throw new IllegalArgumentException("groups more than " + Expansion.DEEPEST + " deep");
        }
        try {
            return new PipelineRegex(expression).requireSmall();
        } catch (PatternSyntaxException reason) {
            throw new IllegalArgumentException(reason.getDescription() + of(reason), reason);
        }
    }

    private PipelineRegex requireSmall() {
        if (pattern.programSize() > LARGEST) {
            throw new IllegalArgumentException(TOO_LARGE);
        }
        return this;
    }

    private static String of(PatternSyntaxException reason) {
        return Optional.ofNullable(reason.getPattern())
                .filter(part -> !part.isEmpty())
                .map(part -> ": '" + part + "'")
                .orElse("");
    }

    /** The end of the text is {@code \Z} in Python and {@code \z} in RE2. */
    private static String translated(String expression) {
        var translated = new StringBuilder();
        for (int at = 0; at < expression.length(); at++) {
            translated.append(expression.charAt(at));
            if (expression.charAt(at) == '\\' && at + 1 < expression.length()) {
                char escaped = expression.charAt(++at);
                translated.append(escaped == 'Z' ? 'z' : escaped);
            }
        }
        return translated.toString();
    }

    /** The names of its groups in their order. */
    public List<String> groups() {
        return pattern.namedGroups().entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    int groupCount() {
        return pattern.groupCount();
    }

    boolean hasGroup(String name) {
        return pattern.namedGroups().containsKey(name);
    }

    /** Whether it fits the beginning of the text. */
    boolean fitsStart(String text) {
        return pattern.matcher(text).lookingAt();
    }

    /** Where it fits the beginning of the text, or none if it does not. */
    Optional<Matcher> atStart(String text) {
        var matcher = pattern.matcher(text);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    /** The text with every place that it fits replaced. */
    String replaceAll(String text, Replacement replacement) {
        var matcher = pattern.matcher(text);
        var replaced = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            replaced.append(text, from, matcher.start());
            replacement.write(matcher, replaced);
            from = matcher.end();
        }
        return replaced.append(text, from, text.length()).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PipelineRegex regex && regex.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
