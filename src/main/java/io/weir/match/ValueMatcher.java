package io.weir.match;

/** One value of a rule, ready to be looked for in a field. */
interface ValueMatcher {

    /** Whether the field fits. {@code fields} is for what refers to other fields. */
    boolean matches(FieldView field, Fields fields);

    /** The value of the event that fitted, for people; empty where the field is absent. Only of a field that {@link #matches}. */
    String evidence(FieldView field);

    /** Fits where any value of the field does. */
    record AnyValue(OperandTest test) implements ValueMatcher {
        @Override
        public boolean matches(FieldView field, Fields fields) {
            for (var value : field.values()) {
                if (test.fits(value)) {
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
        public boolean matches(FieldView field, Fields fields) {
            return field.exists() == wanted;
        }

        @Override
        public String evidence(FieldView field) {
            return field.firstText();
        }
    }
}
