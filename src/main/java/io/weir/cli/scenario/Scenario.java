package io.weir.cli.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Generates telemetry: six machines, heard by three collectors in three shapes, at work for some hours; in their midst somebody opens the
 * wrong attachment. Channels lag, senders repeat themselves, one line is broken.
 *
 * <p>The same seed and number give the same bytes.
 */
public final class Scenario {

    /** As many events as fill two hours of a working day. */
    public static final int TWO_HOURS = 20_000;

    /** With fewer there is no midst for an attack. */
    public static final int FEWEST = 500;

    private static final long START = Instant.parse("2026-11-09T09:00:00Z").getEpochSecond() * Timeline.SECOND;
    private static final long MORNING = START - Duration.ofMinutes(95).toMillis() * 1_000;
    private static final long SHORTEST = Duration.ofMinutes(40).toMillis() * 1_000;
    private static final long PER_EVENT = Duration.ofHours(2).toMillis() * 1_000 / TWO_HOURS;

    private Scenario() {}

    /**
     * Writes one NDJSON file a collector into a folder.
     *
     * @param seed what chance does
     * @param events how many different events, at least {@link #FEWEST}; only the list of expected alerts grows in memory with them
     * @param folder made where it is not there; files of the same names in it are replaced
     * @return what the files hold
     * @throws IOException where they can't be written
     */
    public static HiddenStory generate(long seed, int events, Path folder) throws IOException {
        if (events < FEWEST) {
            throw new IllegalArgumentException("a scenario has at least " + FEWEST + " events, found " + events);
        }
        var chance = new Chance(seed);
        var cast = new Cast(folder, chance, MORNING);
        var timeline = new Timeline(cast.heardBy(), events);
        var stage = new Stage(timeline);
        try (cast) {
            play(cast, stage, timeline, chance, Math.max(SHORTEST, events * PER_EVENT));
        }
        int repeated = cast.collectors().stream().mapToInt(Collector::repeated).sum();
        int unreadable =
                cast.collectors().stream().mapToInt(Collector::unreadable).sum();
        return new HiddenStory(cast.files(), stage.expected(), timeline.size(), repeated, unreadable);
    }

    private static void play(Cast cast, Stage stage, Timeline timeline, Chance chance, long length) throws IOException {
        long attack = START + length / 2;
        new HonestWork(stage).begin(cast, START + length / 4);
        new Intrusion(stage).begin(cast, attack);
        cast.collectorOf(cast.victim()).breaksOffAt(attack + 30 * Timeline.SECOND);
        new DailyWork(cast, stage, timeline, chance).fill(START, START + length);
        timeline.advance(Long.MAX_VALUE);
    }
}
