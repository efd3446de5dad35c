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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The examples of the Sigma specification: {@code specification.yml}. */
class SpecificationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One example; what it does not have is missing in the node. */
    record Example(JsonNode node) {

        @Override
        public String toString() {
            return text("section") + ": " + text("shows");
        }

        private String text(String key) {
            return node.path(key).asText();
        }

        String rule() {
            var logSource = node.has("logsource") ? text("logsource") : "{product: windows}";
            return "title: Example\n" + text("header") + "logsource: " + logSource + "\ndetection:\n" + text("detection").indent(4);
        }

        /** Records that are whole, or made of the fields of events. */
        Stream<String> records(String key) {
            return node.path(key).valueStream().map(fields -> record((ObjectNode) fields));
        }

        private static String record(ObjectNode fields) {
            var record = JSON.createObjectNode();
            var system = record.withObject("/Event/System").put("EventID", fields.path("EventID").asInt(1));
            system.put("Channel", fields.path("Channel").asText("Some"));
            record.withObject("/Event").set("EventData", fields.deepCopy().without("Channel"));
            return record.toString();
        }
    }

    static Stream<Example> examples() throws IOException {
        try (var file = SpecificationTest.class.getResourceAsStream("specification.yml")) {
            List<Object> examples = new Yaml().load(Objects.requireNonNull(file));
            return examples.stream().map(JSON::<JsonNode>valueToTree).map(Example::new);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void holds(Example example) {
        var parsed = RuleParser.parse(List.of(new RuleFile("example.yml", example.rule().getBytes(UTF_8))));
        var rules = RuleSet.compile(parsed.rules());
        var problems = Stream.concat(parsed.problems().stream(), rules.problems().stream());
        var refused = example.node().path("refused");
        assertThat(problems.map(Problem::found).toList())
                .isEqualTo(refused.isMissingNode() ? List.of() : List.of(refused.asText()));
        if (refused.isMissingNode()) {
            fits(example, rules);
        }
    }

    private static void fits(Example example, RuleSet rules) {
        var fitting = Stream.concat(
                        example.records("fits"),
                        Stream.of(example.node().path("record")).map(JsonNode::asText))
                .filter(record -> !record.isEmpty())
                .toList();
        assertThat(fitting).isNotEmpty().allMatch(record -> matches(rules, record));
        assertThat(example.records("passes")).noneMatch(record -> matches(rules, record));
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
