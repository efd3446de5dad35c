package io.weir.rule;

import java.util.List;

/** What a rule's document says under one of its keys: a value, or a list of values. */
public sealed interface Attribute {

    <R> R match(Cases<R> cases);

    /** One value. */
    record One(SigmaValue value) implements Attribute {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.one(this);
        }
    }

    /** A list of values, which may be empty. */
    record Many(List<SigmaValue> values) implements Attribute {
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.many(this);
        }
    }

    /** One answer for each kind of attribute. */
    interface Cases<R> {
        R one(One attribute);

        R many(Many attribute);
    }
}
