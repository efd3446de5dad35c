package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.cli.scenario.HiddenStory;
import io.weir.cli.scenario.PackRule;
import io.weir.cli.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir why} about every rule of the pack, over a generated morning, beside {@code weir match} and the alerts that must stand. */
class WhyCommandIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysMatchesForExactlyWhatMatchesAndWhatAlerts() throws IOException {
        var story = Scenario.generate(3, 1_000, folder.resolve("telemetry"));
        var files = story.files().stream().map(Path::toString).toList();
        var matched = matchedLines(files);

        for (var rule : rulesOfThePack()) {
            var found = whyJson(rule, files);
            var counted = found.path("alerts").isArray()
                    ? found.path("alerts").size()
                    : found.path("matched").asInt();
            var id = found.at("/rule/id").asText();
            long expected = found.path("alerts").isArray()
                    ? alertsOf(id, story)
                    : matched.stream().filter(id::equals).count();
            assertThat(counted).as("%s", found.path("rule")).isEqualTo((int) expected);
            assertThat(found.path("matches").asBoolean()).isEqualTo(expected > 0);
        }
    }

    private static List<String> rulesOfThePack() throws IOException {
        try (var files = Files.list(Path.of("rules"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    private static long alertsOf(String id, HiddenStory story) {
        assertThat(PackRule.values()).extracting(PackRule::id).contains(id);
        return story.alerts().stream()
                .filter(alert -> alert.rule().id().equals(id))
                .count();
    }

    private JsonNode whyJson(String rule, List<String> files) throws IOException {
        out.reset();
        var args = Stream.concat(Stream.of(rule, "--rules", "rules", "--format", "json", "--events"), files.stream());
        assertThat(run("why", args)).as("%s", err.toString(UTF_8)).isZero();
        return JSON.readTree(out.toString(UTF_8));
    }

    /** The id of each rule once for each line that it matches. */
    private List<String> matchedLines(List<String> files) throws IOException {
        var args = new ArrayList<>(List.of("--rules", "rules", "--format", "jsonl", "--events"));
        args.addAll(files);
        assertThat(run("match", args.stream())).isZero();
        var ids = new ArrayList<String>();
        for (var line : out.toString(UTF_8).lines().toList()) {
            JSON.readTree(line).path("rules").forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }

    private int run(String command, Stream<String> args) {
        return WeirCommand.run(
                new Streams(out, new PrintStream(err, true, UTF_8)),
                Stream.concat(Stream.of(command), args).toArray(String[]::new));
    }
}
