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
import io.weir.rule.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** A detection, and events that it fits or does not; {@code specification.yml} says how one is written. */
public record SigmaExample(JsonNode node) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The examples of a file, which is then closed. */
    public static Stream<SigmaExample> read(InputStream yaml) throws IOException {
        try (yaml) {
            List<Object> examples = new Yaml().load(yaml);
            return examples.stream().map(JSON::<JsonNode>valueToTree).map(SigmaExample::new);
        }
    }

    @Override
    public String toString() {
        return text("section") + ": " + text("shows");
    }

    private String text(String key) {
        return node.path(key).asText();
    }

    /** What it shows is so. */
    public void holds() {
        var parsed = RuleParser.parse(List.of(new RuleFile("example.yml", rule().getBytes(UTF_8))));
        var rules = RuleSet.compile(parsed.rules());
        var problems = Stream.concat(parsed.problems().stream(), rules.problems().stream());
        boolean refused = node.has("refused");
        assertThat(problems.map(Problem::found).toList()).isEqualTo(refused ? List.of(text("refused")) : List.of());
        if (!refused) {
            fits(rules);
        }
    }

    private String rule() {
        var logSource = node.has("logsource") ? text("logsource") : "{product: windows}";
        return "title: Example\n" + text("header") + "logsource: " + logSource + "\ndetection:\n"
                + text("detection").indent(4);
    }

    private void fits(RuleSet rules) {
        var fitting = Stream.concat(records("fits"), Stream.of(text("record")))
                .filter(record -> !record.isEmpty())
                .toList();
        assertThat(fitting).isNotEmpty().allMatch(record -> matches(rules, record));
        assertThat(records("passes")).noneMatch(record -> matches(rules, record));
    }

    private Stream<String> records(String key) {
        return node.path(key).valueStream().map(fields -> record((ObjectNode) fields));
    }

    private static String record(ObjectNode fields) {
        var record = JSON.createObjectNode();
        record.withObject("/Event/System")
                .put("EventID", fields.path("EventID").asInt(1))
                .put("Channel", fields.path("Channel").asText("Some"));
        record.withObject("/Event").set("EventData", fields.deepCopy().without("Channel"));
        return record.toString();
    }

    private static boolean matches(RuleSet rules, String record) {
        return rules.matching(decoded(record)).size() == 1;
    }

    private static Event decoded(String record) {
        var decoded = EventDecoder.standard().decode(record.getBytes(UTF_8), Stamp.NONE);
        assertThat(decoded.undecodable()).isEmpty();
        return decoded.events().get(0);
    }
}
