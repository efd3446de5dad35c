package io.weir.pipeline;

import io.weir.rule.DetectionItem;
import io.weir.rule.LogSource;
import io.weir.rule.Selection;
import io.weir.rule.SigmaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A selection in whose values {@code $category} and the like have become what the rule's log source says, as Python's templates do. */
final class FilledTemplate implements Selection.Cases<Selection> {

    private static final Pattern NAMES = Pattern.compile("\\$(?:(\\$)|([a-z]+)(?![A-Za-z0-9_])|\\{([a-z]+)\\})");

    /** What Python writes for a part that the log source does not state. */
    private static final String NOTHING = "None";

    private final Map<String, String> parts;

    private FilledTemplate(LogSource source) {
        this.parts = Map.of("category", source.category(), "product", source.product(), "service", source.service());
    }

    static Selection of(Selection template, LogSource source) {
        return template.match(new FilledTemplate(source));
    }

    @Override
    public Selection allOf(Selection.AllOf selection) {
        return new Selection.AllOf(each(selection.parts()));
    }

    @Override
    public Selection anyOf(Selection.AnyOf selection) {
        return new Selection.AnyOf(each(selection.parts()));
    }

    private List<Selection> each(List<Selection> selections) {
        return selections.stream().map(part -> part.match(this)).toList();
    }

    @Override
    public Selection test(Selection.Test selection) {
        var item = selection.item();
        var values = item.values().stream().map(this::filled).toList();
        return new Selection.Test(new DetectionItem(item.field(), item.modifiers(), values, item.position()));
    }

    private SigmaValue filled(SigmaValue value) {
        return value instanceof SigmaValue.Text text
                ? new SigmaValue.Text(
                        NAMES.matcher(text.text())
                                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(part(found))),
                        text.position())
                : value;
    }

    private String part(MatchResult found) {
        if (found.group(1) != null) {
            return "$";
        }
        var name = Optional.ofNullable(found.group(2)).orElseGet(() -> found.group(3));
        return Optional.ofNullable(parts.get(name))
                .map(part -> part.isEmpty() ? NOTHING : part)
                .orElseGet(found::group);
    }
}
