package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.alert.StandingAlerts;
import io.weir.cli.cluster.ClusterFolder;
import io.weir.cli.cluster.ClusterJob;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import io.weir.cli.scenario.HiddenStory;
import io.weir.cli.scenario.Scenario;
import io.weir.cli.scenario.Told;
import io.weir.job.kafka.AlertTopic;
import io.weir.job.kafka.TopicWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir cluster} and {@code weir submit}, as a person types them: processes of their own, one of them killed in the middle of an attack. */
@Timeout(240)
class ClusterIT {

    private static final long SEED = 11;
    private static final int EVENTS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOPIC = "windows";
    private static final String ALERTS = "alerts";

    @TempDir
    Path temporary;

    private record Ended(int exit, String said) {}

    /** A line of a collector's file, and which file. */
    private record Line(int collector, String text) {}

    @AfterEach
    void endWhatWasStarted() {
        run("cluster", "down", "--dir", folder());
    }

    @Test
    void alertsSurviveTheKillingOfATaskManagerAndAreToldOnce() throws Exception {
        var story = Scenario.generate(SEED, EVENTS, temporary.resolve("telemetry"));
        var lines = lines(story);
        var cluster = new LocalCluster(Path.of(""), new ClusterFolder(Path.of(folder())), line -> {});

        up();
        var job = submit(cluster);
        send(cluster, lines.subList(0, lines.size() / 2));
        awaitProgress(job);
        cluster.kill(Member.TASK_MANAGER_1);
        send(cluster, lines.subList(lines.size() / 2, lines.size()));
        var status = run("cluster", "status", "--dir", folder());
        up();

        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.said()).contains("taskmanager-1  is down");
        assertThat(Told.by(awaitStanding(cluster, story.alerts().size()))).isEqualTo(story.alerts());
        assertThat(toldTwice(cluster)).isEmpty();
        assertThat(weir("cluster", "status", "--dir", folder())).contains("running", job.id());
    }

    private String folder() {
        return temporary.resolve("cluster").toString();
    }

    private void up() {
        assertThat(weir("cluster", "up", "--dir", folder(), "--ui-port", "0", "--kafka-port", "0"))
                .contains("Flink's web interface is at http://127.0.0.1:");
    }

    /** On both task managers: each has two slots. */
    private ClusterJob submit(LocalCluster cluster) {
        var said = weir(
                "submit",
                "--dir",
                folder(),
                "--rules",
                "rules",
                "--topic",
                TOPIC,
                "--alerts-topic",
                ALERTS,
                "--dead-letters-topic",
                "dead-letters",
                "--parallelism",
                "3",
                "--checkpoint-interval",
                "2s");
        var page = said.lines()
                .filter(line -> line.contains("its page is " + cluster.flink().address()))
                .findFirst()
                .orElseThrow();
        return new ClusterJob(cluster.flink(), page.replaceAll(".*/running/(\\w+)/overview", "$1"));
    }

    private static List<Line> lines(HiddenStory story) throws IOException {
        var lines = new ArrayList<Line>();
        for (var file : story.files()) {
            int collector = story.files().indexOf(file);
            Files.readAllLines(file).forEach(line -> lines.add(new Line(collector, line)));
        }
        return lines;
    }

    private static void send(LocalCluster cluster, List<Line> lines) {
        try (var writer = TopicWriter.to(cluster.kafka(), TOPIC)) {
            lines.forEach(line -> writer.send(line.collector(), line.text().getBytes(UTF_8)));
            writer.flush();
        }
    }

    private static void awaitProgress(ClusterJob job) throws InterruptedException {
        long enough = job.checkpoints() + 2;
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (job.checkpoints() < enough) {
            assertThat(System.nanoTime()).as("checkpoints of " + job.id()).isLessThan(giveUp);
            Thread.sleep(200);
        }
    }

    private static List<AlertChange> told(LocalCluster cluster) {
        var changes = new ArrayList<AlertChange>();
        new AlertTopic(cluster.kafka(), ALERTS).read(changes::add);
        return changes;
    }

    /** What stands once that many alerts do, or when patience ends. */
    private static List<String> awaitStanding(LocalCluster cluster, int expected) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        List<String> bodies;
        do {
            Thread.sleep(1_000);
            var standing = new StandingAlerts();
            told(cluster).forEach(standing::add);
            bodies = standing.bodies();
        } while (bodies.size() < expected && System.nanoTime() < giveUp);
        return bodies;
    }

    /** Alerts that were told as they stood already: what a failure that repeats something would show. */
    private static List<String> toldTwice(LocalCluster cluster) {
        var standing = new HashMap<String, String>();
        return told(cluster).stream()
                .filter(change -> change.body().equals(standing.put(change.id(), change.body())))
                .map(AlertChange::id)
                .toList();
    }

    private static String weir(String... arguments) {
        var ended = run(arguments);
        assertThat(ended.exit()).as("%s", ended.said()).isZero();
        return ended.said();
    }

    private static Ended run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(err, true, UTF_8)) {
            exit = WeirCommand.run(new Streams(out, printed), arguments);
        }
        return new Ended(exit, out.toString(UTF_8) + err.toString(UTF_8));
    }
}
