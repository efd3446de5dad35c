package io.weir.cli.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.check.LoadedRules;
import io.weir.cli.scenario.SteadyStream.Scene;
import io.weir.correlate.Horizons;
import io.weir.correlate.JobRun;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStreamTest {

    private static final long START = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-11-09T08:00:00Z"));
    private static final long BETWEEN_SCENES = 200_000;
    private static final int SCENES = 1_500;

    private static List<Scene> scenes(long seed) {
        var stream = new SteadyStream(seed, START);
        var scenes = new ArrayList<Scene>();
        for (int i = 0; i < SCENES; i++) {
            scenes.add(stream.next(START + i * BETWEEN_SCENES));
        }
        return scenes;
    }

    private static List<String> records(List<Scene> scenes) {
        return scenes.stream()
                .flatMap(scene -> scene.records().stream())
                .map(record -> record.lane() + " " + new String(record.bytes(), UTF_8))
                .toList();
    }

    @Test
    void theSameSeedAndTimesGiveTheSameBytesAndAnotherSeedOthers() {
        assertThat(records(scenes(1))).isEqualTo(records(scenes(1))).isNotEqualTo(records(scenes(2)));
    }

    @Test
    void recordsComeTwiceNowAndThen() {
        var records = records(scenes(3));

        assertThat(records.size() - new HashSet<>(records).size()).isBetween(records.size() / 40, records.size() / 10);
    }

    /** What the soak takes for the truth is what the engine tells without a cluster, scene after scene. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void whatMustBeAlertedOnIsWhatTheRulePackTells(long seed) throws IOException {
        var rules = LoadedRules.read(List.of(Path.of("rules"))).rules();
        var run = new JobRun(rules, new Horizons(Duration.ofHours(24), Duration.ofHours(24)));
        var expected = new ArrayList<ExpectedAlert>();
        for (var scene : scenes(seed)) {
            scene.records().stream()
                    .flatMap(record -> EventDecoder.standard().decode(record.bytes(), Stamp.NONE).events().stream())
                    .flatMap(event -> rules.observe(event).stream())
                    .forEach(run::observe);
            expected.addAll(scene.alerts());
        }

        var told = run.standing().values().stream().map(Told::ofAStory).flatMap(Optional::stream);
        assertThat(told.sorted()).isEqualTo(expected.stream().sorted().toList()).hasSizeGreaterThan(150);
        assertThat(expected)
                .extracting(ExpectedAlert::rule)
                .contains(
                        PackRule.LOLBIN_EXECUTION,
                        PackRule.LOLBIN_CONNECTION,
                        PackRule.LOLBIN_THEN_CONNECTION,
                        PackRule.LOLBIN_CHILD_CONNECTION);
    }
}
