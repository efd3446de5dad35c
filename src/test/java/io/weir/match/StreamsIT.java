package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.Corpus;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of real telemetry matches the rules that it is known to match, and no other. */
class StreamsIT {

    private final EventDecoder decoder = EventDecoder.standard();

    @ParameterizedTest
    @ValueSource(strings = {"evtx_visible", "otrf_visible"})
    void matchesWhatIsExpectedLineByLine(String stream) throws IOException {
        var expected = expected("streams/" + stream + ".expected.jsonl");
        var rules = Corpus.threeFolders();
        assertThat(rules.problems()).isEmpty();
        assertThat(matches("streams/" + stream + ".ndjson.gz", rules)).isEqualTo(expected);
    }

    private static Map<Integer, SortedSet<String>> expected(String name) throws IOException {
        var expected = new TreeMap<Integer, SortedSet<String>>();
        for (var line : Corpus.jsonLines(name)) {
            var ids = new TreeSet<String>();
            line.get("rules").valueStream().map(JsonNode::textValue).forEach(ids::add);
            expected.put(line.get("line").intValue(), ids);
        }
        return expected;
    }

    private Map<Integer, SortedSet<String>> matches(String name, RuleSet rules) throws IOException {
        var matches = new TreeMap<Integer, SortedSet<String>>();
        try (var lines = Corpus.gzip(name)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var ids = found(line, rules);
                if (!ids.isEmpty()) {
                    matches.put(number, ids);
                }
            }
        }
        return matches;
    }

    private SortedSet<String> found(String line, RuleSet rules) {
        var decoded = decoder.decode(line.getBytes(UTF_8), Stamp.NONE);
        assertThat(decoded.undecodable()).isEmpty();
        var ids = new TreeSet<String>();
        for (var event : decoded.events()) {
            rules.matching(event).stream().map(DetectionRule::header).forEach(header -> ids.add(header.id()));
        }
        return ids;
    }
}
