package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.Corpus;
import io.weir.opinion.Findings;
import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of real telemetry matches the rules that it is known to match, and no other. */
class StreamsIT {

    @ParameterizedTest
    @ValueSource(strings = {"evtx_visible", "otrf_visible"})
    void matchesWhatIsExpectedLineByLine(String stream) throws IOException {
        var expected = expected("streams/" + stream + ".expected.jsonl");
        assertThat(Corpus.threeFolders().problems())
                .as("only the rules with placeholders, which no pipeline fills here")
                .hasSize(2)
                .allMatch(problem -> problem.found().startsWith("placeholder '%"));
        assertThat(Findings.ofWeir().of(stream)).isEqualTo(expected);
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
}
