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

    /** The same with an event that came as a record, its fields under the event data of a channel. */
    void holdsOfARecord() {
        var record = JSON.createObjectNode();
        record.putObject("Event").set("EventData", event);
        record.withObject("/Event/System").put("Channel", "Some").put("EventID", 1);
        assertThat(!rule().matching(decoded(record)).isEmpty()).as(toString()).isEqualTo(expected);
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
