package io.weir.match;

import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import io.weir.rule.FieldOrigin;
import java.util.Map;

/**
 * The fields of an event under the names that a log source gives them: {@code Image} is what Security 4688 calls
 * {@code NewProcessName}. Others are the event's own.
 *
 * @param names where the fields come from that the event has otherwise
 */
record MappedFields(Fields event, Map<String, FieldOrigin> names) implements Fields {

    /** The fields as a rule of that log source reads them. */
    static Fields of(Fields event, Map<String, FieldOrigin> names) {
        return names.isEmpty() ? event : new MappedFields(event, names);
    }

    @Override
    public FieldView field(String name) {
        var origin = names.get(name);
        return origin == null ? event.field(name) : event.of(origin);
    }

    @Override
    public FieldView of(FieldOrigin origin) {
        return event.of(origin);
    }

    @Override
    public FieldView all() {
        return event.all();
    }

    @Override
    public boolean fit(OperandTest test, Operand value) {
        return event.fit(test, value);
    }
}
