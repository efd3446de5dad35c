package io.weir.pipeline;

import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.SigmaValue;
import java.util.List;

/** A value of a detection item once its modifiers have done their work, as pySigma's transformations see it. */
sealed interface Value {

    /** Where the value was written. */
    Position position();

    <R> R match(Cases<R> cases);

    /** Text; whether case counts. */
    record Text(ValueText text, boolean cased, Position position) implements Value {
        Text with(ValueText other) {
            return new Text(other, cased, position);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * A regular expression.
     *
     * @param modifiers {@link Modifier#RE} and what goes with it
     */
    record Expression(ValueText text, List<Modifier> modifiers, Position position) implements Value {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expression(this);
        }
    }

    /**
     * The name of another field.
     *
     * @param modifiers {@link Modifier#FIELDREF} and what goes with it
     */
    record Reference(String field, List<Modifier> modifiers, Position position) implements Value {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reference(this);
        }
    }

    /** A number, or the number that a part of a date is compared with. */
    record Num(SigmaValue.Num number, List<Modifier> modifiers) implements Value {
        @Override
        public Position position() {
            return number.position();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /** Any other, which transformations of text and numbers leave as it is: a truth value, null, a network, a comparison. */
    record Other(SigmaValue value, List<Modifier> modifiers) implements Value {
        @Override
        public Position position() {
            return value.position();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }

    /**
     * Text that modifiers make several texts of, which belong together: {@code windash}, {@code base64offset}. Transformations of text
     * leave it as it is, as pySigma's do.
     *
     * @param text as written, before any modifier
     */
    record Expansion(ValueText text, List<Modifier> modifiers, Position position) implements Value {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expansion(this);
        }
    }

    /** One answer for each kind of value. */
    interface Cases<R> {
        R text(Text value);

        R expression(Expression value);

        R reference(Reference value);

        R number(Num value);

        R other(Other value);

        R expansion(Expansion value);
    }
}
