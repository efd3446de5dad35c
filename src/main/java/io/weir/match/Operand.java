package io.weir.match;

import io.weir.event.FieldValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value of an event as the tests of rules look at it.
 *
 * @param kind what it is in the record
 * @param text as the record writes it; empty for a null
 * @param folded the text {@linkplain CaseFold folded}
 * @param number of {@link Kind#NUMBER} only
 */
record Operand(
        Kind kind, String text, String folded, @Nullable BigDecimal number) {

    /** What a value is in the record. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOL,
        NULL
    }

    private static final Operand NOTHING = new Operand(Kind.NULL, "", "", null);

    /** Whether there is a value: a null has none, and no text fits it, not even the empty one. */
    boolean isSomething() {
        return kind != Kind.NULL;
    }

    /** The values of a field: those of a list one by one. */
    static Stream<Operand> of(FieldValue value) {
        return value.match(Reader.INSTANCE);
    }

    /** A text that no record has: it was made of others. */
    static Operand ofText(String text) {
        return text(Kind.TEXT, text, null);
    }

    private static Operand text(Kind kind, String text, @Nullable BigDecimal number) {
        return new Operand(kind, text, CaseFold.fold(text), number);
    }

    /** One answer for each kind of field value. */
    private enum Reader implements FieldValue.Cases<Stream<Operand>> {
        INSTANCE;

        @Override
        public Stream<Operand> text(FieldValue.Text value) {
            return Stream.of(Operand.text(Kind.TEXT, value.text(), null));
        }

        @Override
        public Stream<Operand> number(FieldValue.Num value) {
            return Stream.of(Operand.text(Kind.NUMBER, value.text(), value.number()));
        }

        @Override
        public Stream<Operand> bool(FieldValue.Bool value) {
            return Stream.of(Operand.text(Kind.BOOL, String.valueOf(value.value()), null));
        }

        @Override
        public Stream<Operand> nothing(FieldValue.Null value) {
            return Stream.of(NOTHING);
        }

        @Override
        public Stream<Operand> many(FieldValue.Many value) {
            List<FieldValue> values = value.values();
            return values.stream().flatMap(one -> one.match(this));
        }
    }
}
