package io.weir.pipeline;

import io.weir.pipeline.ValueText.Literal;
import io.weir.pipeline.ValueText.Wildcard;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code replace_string}: what an expression fits in a text by something else. Numbers count as text.
 *
 * @param skipsSpecial whether the expression sees the letters between wildcards, run by run, and not the text with its wildcards
 * @param readsAnew whether wildcards and escapes count in what is made of those runs
 */
public record ReplaceString(PipelineRegex expression, Replacement replacement, boolean skipsSpecial, boolean readsAnew)
        implements ValueChange {

    private static final Pattern PLAIN_BACKSLASH = Pattern.compile("\\\\(?![*?])");

    @Override
    public Optional<List<Value>> apply(Value value, Step step) throws Unfit {
        if (value instanceof Value.Num number) {
            return Optional.of(List.of(replaced(ValueChange.ConvertType.text(number))));
        }
        return value instanceof Value.Text text ? Optional.of(List.of(replaced(text))) : Optional.empty();
    }

    private Value replaced(Value.Text value) throws Unfit {
        if (skipsSpecial) {
            return value.with(
                    readsAnew
                            ? value.text().withLiteralsReadAnew(this::replaced)
                            : value.text().withLiterals(this::replaced));
        }
        var before = value.text().plain();
        var after = replaced(before);
        return after.equals(before) ? value : value.with(readAnew(after, value));
    }

    private String replaced(String text) {
        return expression.replaceAll(text, replacement);
    }

    /** Backslashes stay plain. In front of a wildcard they can't be told from one that makes it plain: pySigma takes them for that. */
    private static ValueText readAnew(String text, Value.Text value) throws Unfit {
        if (hasBackslashBeforeWildcard(value.text())) {
            throw new Unfit(
                    value.position(),
                    "a backslash in front of a wildcard, which would be taken for its escape",
                    "write skip_special: true in the transformation");
        }
        var read = ValueText.parse(PLAIN_BACKSLASH.matcher(text).replaceAll("\\\\\\\\"));
        return value.text().hasPlaceholders() ? read.withPlaceholders() : read;
    }

    private static boolean hasBackslashBeforeWildcard(ValueText text) {
        var parts = text.parts();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i) instanceof Wildcard
                    && parts.get(i - 1) instanceof Literal literal
                    && literal.text().endsWith("\\")) {
                return true;
            }
        }
        return false;
    }
}
