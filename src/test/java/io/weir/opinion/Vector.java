package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One vector of Sigma's semantics: a detection and an event, both of which are looked at by nothing else.
 *
 * @param line in the file of vectors, counted from 1
 */
record Vector(int line, JsonNode detection, ObjectNode fields) {

    static final String SOURCE = "spec_vectors_visible";

    static List<Vector> all() throws IOException {
        var vectors = new ArrayList<Vector>();
        for (var vector : Corpus.jsonLines("spec/spec_vectors_visible.jsonl")) {
            vectors.add(new Vector(vectors.size() + 1, vector.get("detection"), (ObjectNode) vector.get("event")));
        }
        return vectors;
    }

    Place place() {
        return new Place(SOURCE, line);
    }

    /** The id of the rule that the detection is put into. */
    String id() {
        return "00000000-0000-4000-8000-%012d".formatted(line);
    }

    LogSourceMap.View view() {
        return new LogSourceMap.View("vector-" + line, LogSourceMap.View.NONE, Map.of());
    }

    /** The detection as a rule for all events. */
    String rule() {
        return rule("product: windows");
    }

    /** The detection as a rule for this event alone. */
    String ruleOfItsOwn() {
        return rule("product: windows, service: vector-" + line);
    }

    private String rule(String logSource) {
        return "---\ntitle: Vector %d\nid: %s\nlogsource: {%s}\ndetection: %s\n"
                .formatted(line, id(), logSource, detection);
    }

    Event event() {
        var record = JsonNodeFactory.instance.objectNode();
        record.withObject("/Event").set("EventData", fields);
        record.withObject("/Event/System").put("Channel", "Some").put("EventID", 1);
        return EventDecoder.standard()
                .decode(record.toString().getBytes(UTF_8), Stamp.NONE)
                .events()
                .get(0);
    }
}
