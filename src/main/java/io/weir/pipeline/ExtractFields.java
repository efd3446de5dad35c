package io.weir.pipeline;

import com.google.re2j.Matcher;
import io.weir.pipeline.Value.Text;
import io.weir.rule.SigmaValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code extract_fields}: takes values apart by an expression with named groups; each group is a field of its own.
 *
 * @param prefix before the names of those fields and a dot, or empty
 * @param keepsOthers whether values that the expression does not fit stay as they are, or go
 */
public record ExtractFields(PipelineRegex expression, String prefix, boolean keepsOthers)
        implements ItemTransformation {

    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)\\s*");

    @Override
    public Node change(Item item, Step step) {
        if (!item.values().stream().allMatch(Text.class::isInstance)) {
            return new Node.Leaf(item);
        }
        var parts = new ArrayList<Node>();
        for (var value : item.values()) {
            part(item, (Text) value, step).ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            return new Node.Leaf(item);
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Group(item.all() != item.negated(), parts);
    }

    private Optional<Node> part(Item item, Text value, Step step) {
        var found = expression.atStart(value.text().plain());
        if (found.isEmpty()) {
            return keepsOthers ? Optional.of(leaf(item, item.field(), value, step)) : Optional.empty();
        }
        var fields = new ArrayList<Node>();
        for (var group : expression.groups()) {
            text(found.get(), group).ifPresent(text -> fields.add(leaf(item, name(group), value(text, value), step)));
        }
        // Not all of them fit: at least one does not.
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Node.Group(!item.negated(), fields));
    }

    private static Optional<String> text(Matcher found, String group) {
        return Optional.ofNullable(found.group(group)).filter(text -> !text.isEmpty());
    }

    private String name(String group) {
        return prefix.isEmpty() ? group : prefix + "." + group;
    }

    private static Node leaf(Item item, String field, Value value, Step step) {
        var named = item.anew().withValues(List.of(value)).withField(field);
        return new Node.Leaf(named.changedBy(step.id()));
    }

    /** What a group found is null, a number, or text; a number with zeros before it is text. */
    private static Value value(String text, Text from) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("null") || lower.equals("none")) {
            return new Value.Other(new SigmaValue.Null(from.position()), List.of());
        }
        var number = NUMBER.matcher(text);
        boolean isText = (text.startsWith("0") && !text.equals("0")) || !number.matches();
        return isText
                ? from.with(ValueText.parse(text))
                : new Value.Num(new SigmaValue.Num(new BigDecimal(number.group(1)), from.position()), List.of());
    }
}
