package io.weir.match;

import io.weir.match.value.OperandTest;

/** One value of a rule, ready to be looked for in a field. */
sealed interface ValueMatcher
        permits ValueMatcher.AnyValue, ValueMatcher.Nothing, ValueMatcher.Existence, FieldReference {

    <R> R match(Cases<R> cases);

    /** Whether the field fits. {@code fields} is for what refers to other fields, and makes tests. */
    boolean matches(FieldView field, Fields fields);

    /** The value of the event that fitted, for people; empty where the field is absent. Only of a field that {@link #matches}. */
    String evidence(FieldView field);

    /** Fits where any value of the field does. */
    record AnyValue(OperandTest test) implements ValueMatcher {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyValue(this);
        }

        @Override
        public boolean matches(FieldView field, Fields fields) {
            for (var value : field.values()) {
                if (fields.fit(test, value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String evidence(FieldView field) {
            return field.firstThatFits(test);
        }
    }

    /** {@code null}: the field is absent, or has no value. */
    record Nothing() implements ValueMatcher {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing(this);
        }

        @Override
        public boolean matches(FieldView field, Fields fields) {
            return field.isNull();
        }

        @Override
        public String evidence(FieldView field) {
            return "";
        }
    }

    /** {@code exists}: the event has the field or does not, whatever its value. */
    record Existence(boolean wanted) implements ValueMatcher {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.existence(this);
        }

        @Override
        public boolean matches(FieldView field, Fields fields) {
            return field.exists() == wanted;
        }

        @Override
        public String evidence(FieldView field) {
            return field.firstText();
        }
    }

    /** One answer for each kind of value. */
    interface Cases<R> {
        R anyValue(AnyValue matcher);

        R nothing(Nothing matcher);

        R existence(Existence matcher);

        R fieldReference(FieldReference matcher);
    }
}
