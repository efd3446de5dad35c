package io.weir.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.Corpus;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks pySigma what it makes of real rules in pipelines. {@code WEIR_PYSIGMA} names a Python that has it; where there is none, or no real
 * rules, these tests are skipped.
 */
class PipelineOracleIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPT = Path.of("src/test/python/pysigma_pipelines.py");

    /** One real rule of so many is asked about. */
    private static final int OF_SO_MANY = 24;

    /** What pySigma spoils in rules that it should leave alone; see {@code oracle/differences.tsv}. */
    private static final String SPOILING = "replace_string.yml";

    @TempDir
    private Path folder;

    @Test
    void agreesWithPySigmaAboutRealRules() throws Exception {
        var rules = sample();
        var pipelines = pipelines();
        pipelines.removeIf(names -> names.contains(SPOILING));

        var differences = new TreeMap<String, Map<String, String>>();
        for (var answer : answers(pipelines, rules)) {
            var names = names(answer);
            var found = OracleComparison.of(rules, files(names)).differences(answer);
            if (!found.isEmpty()) {
                differences.put(names.toString(), found);
            }
        }

        assertThat(rules).hasSizeGreaterThan(100);
        assertThat(differences).isEmpty();
    }

    @Test
    void whatWasRecordedIsWhatPySigmaSays() throws Exception {
        var answers = answers(pipelines(), List.of(OracleFiles.file("rules.yml")));

        assertThat(answers.stream().map(JsonNode::toString)).containsExactlyInAnyOrderElementsOf(recorded());
    }

    private static List<String> recorded() throws IOException {
        var recorded = new ArrayList<String>();
        for (var line :
                new String(OracleFiles.read("answers.jsonl"), UTF_8).lines().toList()) {
            recorded.add(JSON.readTree(line).toString());
        }
        return recorded;
    }

    /** What was asked when it was recorded: names of pipelines that are put together. */
    private static List<List<String>> pipelines() throws IOException {
        var pipelines = new ArrayList<List<String>>();
        for (var line : recorded()) {
            pipelines.add(names(JSON.readTree(line)));
        }
        pipelines.removeIf(List::isEmpty);
        return pipelines;
    }

    private static List<String> names(JsonNode answer) {
        return answer.get("pipelines").valueStream().map(JsonNode::asText).toList();
    }

    private static List<RuleFile> files(List<String> pipelines) {
        return pipelines.stream()
                .map(name -> OracleFiles.file("pipelines/" + name))
                .toList();
    }

    /** Real rules, every so manyth, without those whose modifiers Weir and pySigma know to read differently. */
    private static List<RuleFile> sample() throws IOException {
        var all = RuleParser.read(List.of(Corpus.file("sigma")));
        return IntStream.range(0, all.size())
                .filter(i -> i % OF_SO_MANY == 0)
                .mapToObj(all::get)
                .filter(file -> new String(file.bytes(), UTF_8).contains("detection:"))
                .toList();
    }

    private List<JsonNode> answers(List<List<String>> pipelines, List<RuleFile> rules) throws Exception {
        var python = System.getenv("WEIR_PYSIGMA");
        assumeThat(python).as("WEIR_PYSIGMA, a Python that has pySigma").isNotNull();
        var command = new ArrayList<>(List.of(python, SCRIPT.toString()));
        for (var names : pipelines) {
            command.add(String.join(",", written(files(names))));
        }
        command.add("--");
        command.addAll(written(rules));
        var out = folder.resolve("answers.jsonl");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as("pySigma's answer in time")
                .isTrue();
        assertThat(process.exitValue()).isZero();
        var answers = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(out, UTF_8)) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    private List<String> written(List<RuleFile> files) throws IOException {
        var paths = new ArrayList<String>();
        for (var file : files) {
            var path = folder.resolve(Path.of(file.name()).getFileName());
            Files.write(path, file.bytes());
            paths.add(path.toString());
        }
        return paths;
    }
}
