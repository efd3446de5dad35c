package io.weir.bench.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is made of the texts of an event. */
interface Edit {

    /** The text that stands there in place of the one under that key. */
    String text(String key, String text);

    /** So many events, made of those given one after the other, and again from the first. */
    default List<byte[]> of(List<byte[]> events, int count, ObjectMapper writer) {
        var edited = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            edited.add(of(events.get(i % events.size()), writer));
        }
        return edited;
    }

    private byte[] of(byte[] event, ObjectMapper writer) {
        try {
            return writer.writeValueAsBytes(edited("", writer.readTree(event)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON, and so not to be edited", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private JsonNode edited(String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            var edited = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                edited.set(field.getKey(), edited(field.getKey(), field.getValue()));
            }
            return edited;
        }
        if (node instanceof ArrayNode array) {
            var edited = array.arrayNode();
            array.forEach(value -> edited.add(edited(key, value)));
            return edited;
        }
        return node instanceof TextNode text ? TextNode.valueOf(text(key, text.textValue())) : node;
    }
}
