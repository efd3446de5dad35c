package io.weir.pipeline;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.rule.Expansion;
import io.weir.rule.RegexToken;
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

    private static final java.util.regex.Pattern AT_MOST = java.util.regex.Pattern.compile("\\{,([0-9]*)\\}");

    private final String written;
    private final Pattern pattern;

    private PipelineRegex(String written, String translated) {
        this.written = written;
        this.pattern = Pattern.compile(translated);
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
        var translated = translated(expression);
        var expansion = Expansion.of(translated);
        if (expansion.steps() > LARGEST) {
            throw new IllegalArgumentException(TOO_LARGE);
        }
        if (expansion.depth() > Expansion.DEEPEST) {
            throw new IllegalArgumentException("groups more than " + Expansion.DEEPEST + " deep");
        }
        try {
            return new PipelineRegex(expression, translated).requireSmall();
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

    /** The end of the text is {@code \Z} in Python and {@code \z} in RE2, and at most three times {@code {,3}} and {@code {0,3}}. */
    private static String translated(String expression) {
        var translated = new StringBuilder();
        var atMost = AT_MOST.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (atMost.region(at, expression.length()).lookingAt()) {
                translated.append("{0,").append(atMost.group(1)).append('}');
                at = atMost.end();
            } else {
                var token = expression.substring(at, RegexToken.end(expression, at));
                translated.append(token.equals("\\Z") ? "\\z" : token);
                at += token.length();
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
