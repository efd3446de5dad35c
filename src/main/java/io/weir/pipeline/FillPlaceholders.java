package io.weir.pipeline;

import io.weir.pipeline.ValueText.Part;
import io.weir.pipeline.ValueText.Placeholder;
import io.weir.rule.SigmaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code value_placeholders} and {@code wildcard_placeholders}: puts values in the place of placeholders, each combination of them.
 *
 * @param byWildcards whether any text will do, and no value of the pipeline's
 * @param names which placeholders
 * @param included whether those, or all others; others are left to later transformations
 */
public record FillPlaceholders(boolean byWildcards, List<String> names, boolean included) implements ValueChange {

    /** More combinations of one value are refused. */
    static final int MOST_COMBINATIONS = 10_000;

    private static final ValueText ANY = ValueText.parse("*");
    private static final ValueText ANY_EXPRESSION = ValueText.parseExpression(".*");

    public FillPlaceholders {
        names = List.copyOf(names);
    }

    private boolean takes(Part part) {
        return part instanceof Placeholder placeholder && names.contains(placeholder.name()) == included;
    }

    @Override
    public Optional<List<Value>> apply(Value value, Step step) throws Unfit {
        if (value instanceof Value.Text text && hasTaken(text.text())) {
            return Optional.of(filled(text.text(), value, step).stream()
                    .<Value>map(text::with)
                    .toList());
        } else if (value instanceof Value.Expression expression && hasTaken(expression.text())) {
            return Optional.of(filled(expression.text(), value, step).stream()
                    .<Value>map(
                            text -> new Value.Expression(expression(text), expression.modifiers(), value.position()))
                    .toList());
        } else if (value instanceof Value.Expansion expansion && hasTaken(expansion.text())) {
            return Optional.of(filled(expansion.text(), value, step).stream()
                    .<Value>map(text -> new Value.Expansion(text, expansion.modifiers(), value.position()))
                    .toList());
        }
        return Optional.empty();
    }

    /** What was put in is part of the expression now. */
    private static ValueText expression(ValueText filled) {
        var expression = ValueText.parseExpression(filled.plain());
        return filled.hasPlaceholders() ? expression.withPlaceholders() : expression;
    }

    private boolean hasTaken(ValueText text) {
        return text.parts().stream().anyMatch(this::takes);
    }

    /** The first placeholder's values in their order, for each of them those of the second, and so on. */
    private List<ValueText> filled(ValueText text, Value value, Step step) throws Unfit {
        var filled = List.of(ValueText.literal(""));
        for (var part : text.parts()) {
            var choices = takes(part) ? values((Placeholder) part, value, step) : List.of(new ValueText(List.of(part)));
            if ((long) filled.size() * choices.size() > MOST_COMBINATIONS) {
                throw new Unfit(
                        value.position(),
                        "more than " + MOST_COMBINATIONS + " combinations of placeholders' values",
                        "");
            }
            filled = combined(filled, choices, value);
        }
        return filled;
    }

    private static List<ValueText> combined(List<ValueText> beginnings, List<ValueText> choices, Value value)
            throws Unfit {
        long characters = 0;
        var combined = new ArrayList<ValueText>(beginnings.size() * choices.size());
        for (var beginning : beginnings) {
            for (var choice : choices) {
                characters += beginning.length() + choice.length();
                Bounds.characters(characters, value.position());
                combined.add(new ValueTextBuilder().add(beginning).add(choice).build());
            }
        }
        return combined;
    }

    private List<ValueText> values(Placeholder placeholder, Value value, Step step) throws Unfit {
        if (byWildcards) {
            return List.of(value instanceof Value.Expression ? ANY_EXPRESSION : ANY);
        }
        var values = step.run().variable(placeholder.name());
        if (values.isEmpty()) {
            throw Unfit.placeholder(
                    value.position(),
                    "no values for the placeholder '%" + placeholder.name() + "%'",
                    "write them under vars in the pipeline, as " + placeholder.name() + ": [...]");
        }
        if (values.get().isEmpty() || values.get().stream().anyMatch(SigmaValue.Null.class::isInstance)) {
            throw new Unfit(
                    value.position(),
                    "the values for the placeholder '%" + placeholder.name() + "%' are not all text or numbers",
                    "");
        }
        return values.get().stream().map(Scalar::text).map(ValueText::parse).toList();
    }
}
