package io.weir.match;

import io.weir.event.FieldValue;
import io.weir.event.ShownText;
import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.util.List;

/**
 * A field of an event as a rule reads it.
 *
 * @param exists whether the event has the field, be its value null
 * @param values what it holds; those of a list one by one; none where the field is absent or an empty list
 */
record FieldView(boolean exists, List<Operand> values) {

    static final FieldView ABSENT = new FieldView(false, List.of());

    FieldView {
        values = List.copyOf(values);
    }

    static FieldView of(FieldValue value) {
        return new FieldView(true, Operand.of(value).toList());
    }

    /** Whether the field is absent, or null, or an empty list, or a list that holds a null. */
    boolean isNull() {
        return values.isEmpty() || values.stream().anyMatch(value -> !value.isSomething());
    }

    /** What there is of the field. */
    Part.Found found() {
        if (!exists) {
            return Part.Found.ABSENT;
        }
        return values.stream().anyMatch(Operand::isSomething) ? Part.Found.VALUE : Part.Found.NULL;
    }

    /** The values as text, cut where they are long; no more than that many. */
    List<String> texts(int most) {
        return values.stream()
                .filter(Operand::isSomething)
                .limit(most)
                .map(value -> ShownText.of(value.text()))
                .toList();
    }

    /** The first value that fits the test, as text, or empty. */
    String firstThatFits(OperandTest test) {
        return values.stream().filter(test::fits).map(Operand::text).findFirst().orElse("");
    }

    /** The first value as text, or empty where there is none. */
    String firstText() {
        return values.isEmpty() ? "" : values.get(0).text();
    }
}
