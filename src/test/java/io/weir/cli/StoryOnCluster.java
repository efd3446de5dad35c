package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.alert.StandingAlerts;
import io.weir.cli.cluster.ClusterJob;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.scenario.HiddenStory;
import io.weir.cli.scenario.Told;
import io.weir.job.kafka.AlertTopic;
import io.weir.job.kafka.TopicWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * An attack hidden in telemetry, sent to a cluster in two halves, and what is told of it there.
 *
 * @param lines of all collectors, one collector after the other
 */
record StoryOnCluster(LocalCluster cluster, HiddenStory story, List<Line> lines) {

    static final String TOPIC = "windows";
    static final String ALERTS = "alerts";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A line of a collector's file, and which file. */
    private record Line(int collector, String text) {}

    static StoryOnCluster of(HiddenStory story, LocalCluster cluster) throws IOException {
        var lines = new ArrayList<Line>();
        for (var file : story.files()) {
            int collector = story.files().indexOf(file);
            Files.readAllLines(file).forEach(line -> lines.add(new Line(collector, line)));
        }
        return new StoryOnCluster(cluster, story, lines);
    }

    void sendFirstHalf() {
        send(lines.subList(0, lines.size() / 2));
    }

    void sendSecondHalf() {
        send(lines.subList(lines.size() / 2, lines.size()));
    }

    private void send(List<Line> some) {
        try (var writer = TopicWriter.to(cluster.kafka(), TOPIC)) {
            some.forEach(line -> writer.send(line.collector(), line.text().getBytes(UTF_8)));
            writer.flush();
        }
    }

    /** Waits until what has been sent may be in a checkpoint. */
    static void awaitProgress(ClusterJob job) throws InterruptedException {
        long enough = job.checkpoints() + 2;
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (job.checkpoints() < enough) {
            assertThat(System.nanoTime()).as("checkpoints of " + job.id()).isLessThan(giveUp);
            Thread.sleep(200);
        }
    }

    /** Every alert of the story stands in the end, no other, and none was told twice. */
    void assertToldOnce() throws InterruptedException {
        assertThat(Told.by(awaitStanding())).isEqualTo(story.alerts());
        assertThat(toldTwice()).as("told as they stood").isEmpty();
    }

    /** What stands once as many alerts do as are in the story, or when patience ends. */
    private List<String> awaitStanding() throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        List<String> bodies;
        do {
            Thread.sleep(500);
            var standing = new StandingAlerts();
            told().forEach(standing::add);
            bodies = standing.bodies();
        } while (bodies.size() < story.alerts().size() && System.nanoTime() < giveUp);
        return bodies;
    }

    private List<AlertChange> told() {
        var changes = new ArrayList<AlertChange>();
        new AlertTopic(cluster.kafka(), ALERTS).read(changes::add);
        return changes;
    }

    /** Alerts that were told as they stood already: what a failure that repeats something would show. */
    private List<String> toldTwice() {
        var standing = new HashMap<String, String>();
        return told().stream()
                .filter(change -> change.body().equals(standing.put(change.id(), change.body())))
                .map(AlertChange::id)
                .toList();
    }
}
