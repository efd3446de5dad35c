package io.weir.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of one event as the second readings look at them. */
public final class SeenEvent {

    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final int DOTLESS_SMALL_I = 0x131;

    private final Map<String, List<Value>> fields = new HashMap<>();
    private final List<Value> all = new ArrayList<>();

    public SeenEvent(ObjectNode event) {
        event.properties().forEach(field -> fields.put(field.getKey(), values(field.getValue())));
    }

    private List<Value> values(JsonNode node) {
        var values = new ArrayList<Value>();
        (node.isArray() ? node : List.of(node)).forEach(one -> values.add(Value.of(one)));
        all.addAll(values);
        return values;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The values of a field; none where the event does not have it. */
    List<Value> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The values of all fields. */
    List<Value> all() {
        return all;
    }

    /**
     * A value.
     *
     * @param node as the event has it; never a list
     * @param text as the event writes it
     * @param folded the text without regard to case
     */
    record Value(JsonNode node, String text, String folded) {

        static Value of(JsonNode node) {
            return new Value(node, node.asText(), fold(node.asText()));
        }

        boolean isNull() {
            return node.isNull();
        }
    }

    /** Text without regard to case: of the cases of a letter always the same one. The i of Turkish are letters of their own. */
    static String fold(String text) {
        return text.codePoints()
                .map(SeenEvent::fold)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static int fold(int letter) {
        return letter == DOTTED_CAPITAL_I || letter == DOTLESS_SMALL_I
                ? letter
                : Character.toLowerCase(Character.toUpperCase(letter));
    }
}
