package io.weir.pipeline;

import io.weir.pipeline.ValueText.Literal;
import io.weir.pipeline.ValueText.Placeholder;
import io.weir.pipeline.ValueText.Wildcard;
import io.weir.rule.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code regex}: a text as a regular expression. As the text did, it has to fit the whole value, whereas an expression that a rule
 * writes is found anywhere.
 */
public record ToExpression(Method method) implements ValueChange {

    private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

    /** Whether case counts, and how the expression says that it does not. */
    public enum Method {
        /** It counts. */
        PLAIN,
        /** By a flag. */
        IGNORE_CASE_FLAG,
        /** Letter by letter. */
        IGNORE_CASE_BRACKETS;

        /** The method as pipelines write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Optional<List<Value>> apply(Value value, Step step) throws Unfit {
        if (!(value instanceof Value.Text text)) {
            return Optional.empty();
        }
        return Optional.of(List.of(text.text().isEmpty() ? value : expression(text)));
    }

    private Value expression(Value.Text text) throws Unfit {
        var expression = new StringBuilder("\\A(?s:");
        for (var part : text.text().parts()) {
            if (part instanceof Literal literal) {
                literal.text().codePoints().forEach(letter -> write(letter, expression));
            } else if (part instanceof Wildcard wildcard) {
                expression.append(wildcard == Wildcard.ANY_RUN ? ".*" : ".");
            } else if (part instanceof Placeholder placeholder) {
                throw new Unfit(
                        text.position(),
                        "the placeholder '%" + placeholder.name() + "%' can't be made a regular expression",
                        "fill it before, with value_placeholders");
            }
        }
        expression.append(")\\z");
        return new Value.Expression(ValueText.parseExpression(expression.toString()), modifiers(), text.position());
    }

    private List<Modifier> modifiers() {
        return method == Method.IGNORE_CASE_FLAG ? List.of(Modifier.RE, Modifier.I) : List.of(Modifier.RE);
    }

    private void write(int letter, StringBuilder expression) {
        var text = Character.toString(letter);
        if (method == Method.IGNORE_CASE_BRACKETS && Character.isLetter(letter)) {
            expression.append('[').append(text.toLowerCase(Locale.ROOT));
            expression.append(text.toUpperCase(Locale.ROOT)).append(']');
        } else {
            expression.append(SPECIAL.indexOf(letter) >= 0 ? "\\" : "").append(text);
        }
    }
}
