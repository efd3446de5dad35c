package io.weir.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.event.Event;
import io.weir.event.FieldValue;
import java.util.List;

/** The fields of an event as JSON, under Sigma's names: what other readers of rules are given to look at. */
enum PlainJson implements FieldValue.Cases<JsonNode> {
    CASES;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static ObjectNode of(Event event) {
        var fields = JSON.objectNode();
        event.fields().forEach((name, value) -> fields.set(name, value.match(CASES)));
        return fields;
    }

    /** The values of a field as text. */
    static List<String> texts(FieldValue value) {
        var node = value.match(CASES);
        return node.isArray() ? node.valueStream().map(JsonNode::asText).toList() : List.of(node.asText());
    }

    @Override
    public JsonNode text(FieldValue.Text value) {
        return JSON.textNode(value.text());
    }

    @Override
    public JsonNode number(FieldValue.Num value) {
        return JSON.numberNode(value.number());
    }

    @Override
    public JsonNode bool(FieldValue.Bool value) {
        return JSON.booleanNode(value.value());
    }

    @Override
    public JsonNode nothing(FieldValue.Null value) {
        return JSON.nullNode();
    }

    @Override
    public JsonNode many(FieldValue.Many value) {
        var list = JSON.arrayNode();
        value.values().forEach(one -> list.add(one.match(this)));
        return list;
    }
}
