package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.util.List;

/**
 * One line of a table of Sigma's semantics: whether an event fits a detection.
 *
 * @param name what it shows
 * @param detection as JSON, which is YAML, too
 */
record Semantics(String name, JsonNode detection, ObjectNode event, boolean expected) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventDecoder DECODER = EventDecoder.standard();

    static Semantics of(JsonNode line) {
        return new Semantics(
                line.get("name").textValue(),
                line.get("detection"),
                (ObjectNode) line.get("event"),
                line.get("expected").booleanValue());
    }

    /** The detection as a rule for all events. */
    RuleSet rule() {
        var yaml = "title: test\nlogsource:\n    product: windows\ndetection: " + detection + "\n";
        var parsed = RuleParser.parse(List.of(new RuleFile("test.yml", yaml.getBytes(UTF_8))));
        assertThat(parsed.problems()).as("problems of the parser").isEmpty();
        var rules = RuleSet.compile(parsed.rules());
        assertThat(rules.problems()).as("problems of the compiler").isEmpty();
        return rules;
    }

    void holds() {
        assertThat(!rule().matching(TestEvent.of(event)).isEmpty())
                .as(toString())
                .isEqualTo(expected);
    }

    /** The same with the event as a record of each shape, its fields where that shape has them. */
    void holdsOfRecords() {
        var rule = rule();
        for (var record : List.of(evtx(), flat(), winlogbeat())) {
            assertThat(!rule.matching(decoded(record)).isEmpty())
                    .as("%s in %s", this, record)
                    .isEqualTo(expected);
        }
    }

    private ObjectNode evtx() {
        var record = JSON.createObjectNode();
        record.withObject("/Event/System").put("Channel", "Some").put("EventID", 1);
        record.withObject("/Event").set("EventData", event);
        return record;
    }

    private ObjectNode flat() {
        var record = JSON.createObjectNode().put("Channel", "Some").put("EventID", 1);
        record.setAll(event);
        return record;
    }

    private ObjectNode winlogbeat() {
        var record = JSON.createObjectNode();
        record.putObject("winlog").put("channel", "Some").put("event_id", "1").set("event_data", event);
        return record;
    }

    private static Event decoded(JsonNode record) {
        var decoded = DECODER.decode(record.toString().getBytes(UTF_8), Stamp.NONE);
        assertThat(decoded.events()).as("events of %s: %s", record, decoded).hasSize(1);
        return decoded.events().get(0);
    }

    @Override
    public String toString() {
        return name + ": " + detection + " on " + event;
    }
}
