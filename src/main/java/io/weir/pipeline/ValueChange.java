package io.weir.pipeline;

import io.weir.rule.SigmaValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What becomes of a value. Text to which case counts keeps that. */
public sealed interface ValueChange
        permits ReplaceString,
                FillPlaceholders,
                ToExpression,
                ValueChange.MapString,
                ValueChange.SetValue,
                ValueChange.ConvertType,
                ValueChange.ChangeCase {

    /** The values that take the place of one, or none where the change is not for such values. */
    Optional<List<Value>> apply(Value value, Step step) throws Unfit;

    /** {@code map_string}: a text by another, or by several. */
    record MapString(Map<String, List<String>> texts) implements ValueChange {
        public MapString {
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        }

        @Override
        public Optional<List<Value>> apply(Value value, Step step) {
            return value instanceof Value.Text text
                    ? Optional.ofNullable(texts.get(text.text().plain()))
                            .map(mapped -> mapped.stream()
                                    .<Value>map(one -> text.with(ValueText.parse(one)))
                                    .toList())
                    : Optional.empty();
        }
    }

    /** {@code set_value}: every value by one. */
    record SetValue(SigmaValue value) implements ValueChange {
        @Override
        public Optional<List<Value>> apply(Value old, Step step) {
            return Optional.of(List.of(of(value)));
        }

        /** A value as the text that Python makes of it; none of a null. */
        public static Optional<SigmaValue> asText(SigmaValue value) {
            return value instanceof SigmaValue.Null
                    ? Optional.empty()
                    : Optional.of(new SigmaValue.Text(Scalar.text(value), value.position()));
        }

        /** A value as a number; none of a text that is no whole number, or of a null. */
        public static Optional<SigmaValue> asNumber(SigmaValue value) {
            return Scalar.number(value)
                    .or(() ->
                            value instanceof SigmaValue.Text text ? Scalar.wholeNumber(text.text()) : Optional.empty())
                    .map(number -> new SigmaValue.Num(number, value.position()));
        }

        private static Value of(SigmaValue value) {
            if (value instanceof SigmaValue.Text text) {
                return new Value.Text(ValueText.parse(text.text()), false, text.position());
            }
            return value instanceof SigmaValue.Num number
                    ? new Value.Num(number, List.of())
                    : new Value.Other(value, List.of());
        }
    }

    /** {@code convert_type}: numbers to text, or texts to whole numbers. */
    record ConvertType(boolean toText) implements ValueChange {

        @Override
        public Optional<List<Value>> apply(Value value, Step step) throws Unfit {
            if (toText) {
                return value instanceof Value.Num number ? Optional.of(List.of(text(number))) : Optional.empty();
            } else if (value instanceof Value.Expansion expansion) {
                throw notANumber(expansion.text(), value);
            }
            return value instanceof Value.Text text ? Optional.of(List.of(number(text))) : Optional.empty();
        }

        static Value.Text text(Value.Num number) {
            var text = ValueText.literal(Scalar.written(number.number().number()));
            return new Value.Text(text, false, number.position());
        }

        private static Value number(Value.Text text) throws Unfit {
            var number = Scalar.wholeNumber(text.text().plain()).orElseThrow(() -> notANumber(text.text(), text));
            return new Value.Num(new SigmaValue.Num(number, text.position()), List.of());
        }

        private static Unfit notANumber(ValueText text, Value value) {
            return new Unfit(value.position(), "'" + text.plain() + "' can't be made a number", "");
        }
    }

    /** {@code case}: the letters of a text. */
    record ChangeCase(To to) implements ValueChange {

        private static final Pattern BEFORE_CAPITAL = Pattern.compile("(?<!^)(?=[A-Z])");

        /** What the letters become. */
        public enum To {
            LOWER,
            UPPER,
            SNAKE_CASE
        }

        @Override
        public Optional<List<Value>> apply(Value value, Step step) {
            return value instanceof Value.Text text
                    ? Optional.of(List.of(text.with(text.text().withLiterals(this::changed))))
                    : Optional.empty();
        }

        private String changed(String letters) {
            return switch (to) {
                case LOWER -> letters.toLowerCase(Locale.ROOT);
                case UPPER -> letters.toUpperCase(Locale.ROOT);
                case SNAKE_CASE ->
                    BEFORE_CAPITAL.matcher(letters).replaceAll("_").toLowerCase(Locale.ROOT);
            };
        }
    }
}
