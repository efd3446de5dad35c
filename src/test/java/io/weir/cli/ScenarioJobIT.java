package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.cli.scenario.HiddenStory;
import io.weir.cli.scenario.Scenario;
import io.weir.cli.scenario.Told;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job over generated mornings, as people start it: it finds what is hidden there, all of it and nothing else. */
@Timeout(300)
class ScenarioJobIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What {@code weir demo} plays where nobody names another. */
    private static final long SEED_OF_THE_DEMO = 7;

    @TempDir
    Path folder;

    @Test
    void theDemoFindsTheAttackAndNothingElse() throws IOException {
        var story = Scenario.generate(SEED_OF_THE_DEMO, Scenario.TWO_HOURS, folder.resolve("again"));

        var said = weir("demo", "--output", folder.resolve("demo").toString());

        assertThat(said).contains("scripts/weir standing " + folder.resolve("demo/alerts"));
        assertTells(story, folder.resolve("demo/alerts"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_123})
    void anyMorningIsToldAlikeWhateverTheParallelism(long seed) throws IOException {
        var telemetry = folder.resolve("telemetry");
        var story = Scenario.generate(seed, 6_000, telemetry);

        var alone = run(telemetry, 1);
        var shared = run(telemetry, 2);

        assertTells(story, alone);
        assertTells(story, shared);
        assertThat(weir("standing", shared.toString())).isEqualTo(weir("standing", alone.toString()));
    }

    private Path run(Path telemetry, int parallelism) {
        var alerts = folder.resolve("alerts-" + parallelism);
        weir(
                "run",
                "--rules",
                "rules",
                "--input",
                telemetry.toString(),
                "--output",
                alerts.toString(),
                "--parallelism",
                String.valueOf(parallelism));
        return alerts;
    }

    private static void assertTells(HiddenStory story, Path alerts) throws IOException {
        var standing = weir("standing", alerts.toString()).lines().toList();
        assertThat(Told.by(standing)).isEqualTo(story.alerts()).isNotEmpty();
        assertThat(deadLetters(alerts.resolveSibling(alerts.getFileName() + ".dead-letters")))
                .containsExactlyInAnyOrderElementsOf(brokenLines(story))
                .hasSize(story.unreadable())
                .isNotEmpty();
    }

    private static List<String> deadLetters(Path folder) throws IOException {
        var letters = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(part -> part.toString().endsWith(".jsonl")).toList()) {
                for (var line : Files.readAllLines(file)) {
                    letters.add(new String(JSON.readTree(line).required("bytes").binaryValue(), UTF_8));
                }
            }
        }
        return letters;
    }

    private static List<String> brokenLines(HiddenStory story) throws IOException {
        var broken = new ArrayList<String>();
        for (var file : story.files()) {
            Files.readAllLines(file).stream().filter(line -> !isJson(line)).forEach(broken::add);
        }
        return broken;
    }

    private static boolean isJson(String line) {
        try {
            return JSON.readTree(line).isContainerNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** What the command says on both its streams; it ends well. */
    private static String weir(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(err, true, UTF_8)) {
            exit = WeirCommand.run(new Streams(out, printed), arguments);
        }
        assertThat(exit).as("%s", err.toString(UTF_8)).isZero();
        return out.toString(UTF_8) + err.toString(UTF_8);
    }
}
