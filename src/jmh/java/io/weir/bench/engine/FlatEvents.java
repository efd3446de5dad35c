package io.weir.bench.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.FieldValue;
import io.weir.event.Stamp;
import io.weir.match.EventLogSources;
import java.util.List;
import java.util.Map;

/**
 * Events as an engine wants them that knows neither the shapes of shippers nor Windows' log sources: flat, under Sigma's names, with product, service and category
 * written into each.
 */
final class FlatEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What rules on process creations call fields of the Security log. */
    private static final Map<String, String> SECURITY_NAMES =
            Map.of("NewProcessName", "Image", "ParentProcessName", "ParentImage");

    private final EventLogSources sources;
    private final EventDecoder decoder = EventDecoder.standard();

    FlatEvents(EventLogSources sources) {
        this.sources = sources;
    }

    /** Each event of those records in a line. */
    List<byte[]> of(List<byte[]> records) {
        return records.stream()
                .flatMap(record -> decoder.decode(record, Stamp.NONE).events().stream())
                .map(this::line)
                .toList();
    }

    private byte[] line(Event event) {
        try {
            return JSON.writeValueAsBytes(flat(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can be written", e);
        }
    }

    private ObjectNode flat(Event event) {
        var flat = JsonNodeFactory.instance.objectNode();
        event.fields().forEach((name, value) -> flat.set(name, value.match(Values.CASES)));
        var category = sources.category(event);
        if (category.equals("process_creation")) {
            SECURITY_NAMES.forEach((own, name) -> {
                if (flat.has(own) && !flat.has(name)) {
                    flat.set(name, flat.get(own));
                }
            });
        }
        return flat.put("product", "windows")
                .put("service", sources.service(event))
                .put("category", category);
    }

    private enum Values implements FieldValue.Cases<JsonNode> {
        CASES;

        private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

        @Override
        public JsonNode text(FieldValue.Text value) {
            return NODES.textNode(value.text());
        }

        @Override
        public JsonNode number(FieldValue.Num value) {
            return NODES.numberNode(value.number());
        }

        @Override
        public JsonNode bool(FieldValue.Bool value) {
            return NODES.booleanNode(value.value());
        }

        @Override
        public JsonNode nothing(FieldValue.Null value) {
            return NODES.nullNode();
        }

        @Override
        public JsonNode many(FieldValue.Many value) {
            var list = NODES.arrayNode();
            value.values().forEach(one -> list.add(one.match(this)));
            return list;
        }
    }
}
