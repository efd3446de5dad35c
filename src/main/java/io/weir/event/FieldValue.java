package io.weir.event;

import java.math.BigDecimal;
import java.util.List;

/** The value of a field. */
public sealed interface FieldValue {

    <R> R match(Cases<R> cases);

    record Text(String text) implements FieldValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * A number.
     *
     * @param text as the record writes it, which is what text patterns see
     */
    record Num(String text, BigDecimal number) implements FieldValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    record Bool(boolean value) implements FieldValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bool(this);
        }
    }

    /** A JSON null: the field is there and says nothing. */
    record Null() implements FieldValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing(this);
        }
    }

    /** Several values of one field; none of them is a list. */
    record Many(List<FieldValue> values) implements FieldValue {
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.many(this);
        }
    }

    /** One answer for each kind of value. */
    interface Cases<R> {
        R text(Text value);

        R number(Num value);

        R bool(Bool value);

        R nothing(Null value);

        R many(Many value);
    }
}
