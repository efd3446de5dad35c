package io.weir.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weir and pySigma make the same of rules in pipelines. What pySigma says was recorded with {@code src/test/python/pysigma_pipelines.py};
 * {@link PipelineOracleIT} asks it again.
 */
class PipelineOracleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line of what pySigma said. */
    record Answer(JsonNode json) {
        List<String> pipelines() {
            return json.get("pipelines").valueStream().map(JsonNode::asText).toList();
        }

        @Override
        public String toString() {
            return pipelines().toString();
        }
    }

    static Stream<Answer> answers() {
        return new String(OracleFiles.read("answers.jsonl"), UTF_8).lines().map(PipelineOracleTest::answer);
    }

    private static Answer answer(String line) {
        try {
            return new Answer(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void agreesWithPySigma(Answer answer) throws IOException {
        var comparison = OracleComparison.of(
                List.of(OracleFiles.file("rules.yml")),
                answer.pipelines().stream()
                        .map(name -> OracleFiles.file("pipelines/" + name))
                        .toList());

        var differences = comparison.differences(answer.json());
        assertThat(differences.keySet())
                .as(differences.toString())
                .isEqualTo(explained(answer.pipelines()).keySet());
    }

    /** Why Weir and pySigma differ about some rules in those pipelines, by rule. */
    private static Map<String, String> explained(List<String> pipelines) {
        return new String(OracleFiles.read("differences.tsv"), UTF_8)
                .lines()
                .map(line -> line.split("\t"))
                .filter(difference -> pipelines.contains(difference[0]))
                .collect(Collectors.toMap(difference -> difference[1], difference -> difference[2]));
    }
}
