package io.weir.match.value;

import io.weir.event.FieldValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One value of an event as the tests of rules look at it. For one thread. */
public final class Operand {

    /** A null. */
    public static final Operand NOTHING = new Operand(Kind.NULL, "", null);

    private final Kind kind;
    private final String text;
    private final @Nullable BigDecimal number;
    private @Nullable String folded;
    private boolean isAddressRead;
    private @Nullable IpAddress address;

    private Operand(Kind kind, String text, @Nullable BigDecimal number) {
        this.kind = kind;
        this.text = text;
        this.number = number;
    }

    /** What a value is in the record. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOL,
        NULL
    }

    /** The values of a field: those of a list one by one. */
    public static Stream<Operand> of(FieldValue value) {
        return value.match(Reader.INSTANCE);
    }

    /** A text that no record has: it was made of others. */
    public static Operand ofText(String text) {
        return new Operand(Kind.TEXT, text, null);
    }

    /** What it is in the record. */
    public Kind kind() {
        return kind;
    }

    /** As the record writes it; empty for a null. */
    public String text() {
        return text;
    }

    /** The text {@linkplain CaseFold folded}, when first asked for. */
    public String folded() {
        var known = folded;
        if (known == null) {
            known = CaseFold.fold(text);
            folded = known;
        }
        return known;
    }

    /** The address that the text is, when first asked for: one rule may ask of it for a hundred networks. */
    public Optional<IpAddress> address() {
        if (!isAddressRead) {
            isAddressRead = true;
            address = kind == Kind.TEXT ? IpAddress.parse(text).orElse(null) : null;
        }
        return Optional.ofNullable(address);
    }

    /** Of {@link Kind#NUMBER} only, else null. */
    public @Nullable BigDecimal number() {
        return number;
    }

    /** Whether there is a value: a null has none, and no text fits it, not even the empty one. */
    public boolean isSomething() {
        return kind != Kind.NULL;
    }

    @Override
    public String toString() {
        return kind + " " + text;
    }

    /** One answer for each kind of field value. */
    private enum Reader implements FieldValue.Cases<Stream<Operand>> {
        INSTANCE;

        @Override
        public Stream<Operand> text(FieldValue.Text value) {
            return Stream.of(new Operand(Kind.TEXT, value.text(), null));
        }

        @Override
        public Stream<Operand> number(FieldValue.Num value) {
            return Stream.of(new Operand(Kind.NUMBER, value.text(), value.number()));
        }

        @Override
        public Stream<Operand> bool(FieldValue.Bool value) {
            return Stream.of(new Operand(Kind.BOOL, String.valueOf(value.value()), null));
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
