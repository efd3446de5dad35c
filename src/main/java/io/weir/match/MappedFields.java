package io.weir.match;

import java.util.Map;

/**
 * The fields of an event under the names that a log source gives them: {@code Image} is what Security 4688 calls
 * {@code NewProcessName}. A field that the event has under the rule's own name only is still found.
 *
 * @param names the rule's name to the event's
 */
record MappedFields(Fields event, Map<String, String> names) implements Fields {

    /** The fields as a rule of that log source reads them. */
    static Fields of(Fields event, Map<String, String> names) {
        return names.isEmpty() ? event : new MappedFields(event, names);
    }

    @Override
    public FieldView field(String name) {
        var mapped = names.get(name);
        if (mapped == null) {
            return event.field(name);
        }
        var found = event.field(mapped);
        return found.exists() ? found : event.field(name);
    }

    @Override
    public FieldView all() {
        return event.all();
    }
}
