package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.alert.StandingAlerts;
import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.kafka.TopicTail;
import io.weir.job.option.JobOptions;
import io.weir.job.rules.RuleStore;
import io.weir.job.run.JobConfiguration;
import io.weir.job.source.Samples;
import io.weir.parse.RuleFile;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job on two workers, between topics, whose rules are replaced while it runs: each event is alerted on by the rules of its time, none is lost, a bad version changes nothing, and
 * after a worker was killed the rules are those that were in force, though the store names none any more.
 */
@Timeout(240)
class RuleChangeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGER_THAN_BETWEEN_LOOKS = RuleMatchFunction.BETWEEN_LOOKS.plusSeconds(3);
    private static final String OLD = "33333333-0000-4000-8000-000000000001";
    private static final String NEW = "33333333-0000-4000-8000-000000000002";
    private static final String COUNTED = "33333333-0000-4000-8000-000000000003";

    @TempDir
    Path folder;

    private final StandingAlerts standing = new StandingAlerts();
    private int sent;

    private static RuleFile rule(String id) {
        return new RuleFile(id + ".yml", """
                title: %1$s
                id: %1$s
                logsource: {product: windows, category: process_creation}
                detection: {s: {Image|endswith: '\\expand.exe'}, condition: s}
                """.formatted(id).getBytes(UTF_8));
    }

    private static RuleFile counted() {
        return new RuleFile("counted.yml", """
                title: Counted
                id: %s
                correlation:
                    type: event_count
                    rules: [%s]
                    group-by: [Computer]
                    timespan: 1h
                    generate: true
                    condition: {gte: 2}
                """.formatted(COUNTED, NEW).getBytes(UTF_8));
    }

    @Test
    @SuppressWarnings("try") // A cluster that is interrupted as it closes is a test that fails.
    void rulesAreReplacedWhileTheJobRuns() throws Exception {
        var store = RuleStore.at(
                new org.apache.flink.core.fs.Path(folder.resolve("store").toUri()));
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                var cluster = new MiniCluster(TwoWorkers.configuration(folder.resolve("checkpoints"), 1))) {
            kafka.createTopic("windows", 2);
            kafka.createTopic("alerts", 1);
            cluster.start();
            var job = submit(kafka, cluster);
            try (var alerts = new TopicTail(kafka.cluster(), "alerts")) {
                sendUntilThereIs(OLD, 1, kafka, alerts);

                store.publish(List.of(rule(OLD), rule(NEW), counted()));
                sendUntilThereIs(COUNTED, 1, kafka, alerts);

                store.publish(List.of(new RuleFile("bad.yml", "title: [".getBytes(UTF_8))));
                sendFor(LONGER_THAN_BETWEEN_LOOKS, kafka, alerts);
                sendUntilThereIs(NEW, of(NEW) + 20, kafka, alerts);

                Files.delete(folder.resolve("store/current"));
                cluster.terminateTaskManager(0).get();
                cluster.startTaskManager();
                sendFor(Duration.ofSeconds(2), kafka, alerts);
                sendUntilThereIs(NEW, of(NEW) + 20, kafka, alerts);

                read(alerts, OLD, sent);
                assertThat(of(OLD))
                        .as("each event, before the change and after it")
                        .isEqualTo(sent);
                assertThat(TwoWorkers.runs(cluster, job)).as("runs of the job").isGreaterThan(1);
            }
            cluster.cancelJob(job).get();
        }
    }

    private JobID submit(EmbeddedKafka kafka, MiniCluster cluster) throws Exception {
        var first = Files.write(folder.resolve("first.yml"), rule(OLD).bytes());
        var settings = JobOptions.parse(
                        "--rules",
                        first.toString(),
                        "--rules-store",
                        folder.resolve("store").toString(),
                        "--bootstrap-servers",
                        kafka.cluster().servers(),
                        "--topic",
                        "windows",
                        "--alerts-topic",
                        "alerts",
                        "--checkpoint-interval",
                        "500ms",
                        "--parallelism",
                        "2")
                .settings();
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.of(settings));
        Submission.of(settings, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8))
                .build(environment);
        return cluster.submitJob(environment.getStreamGraph().getJobGraph())
                .get()
                .getJobID();
    }

    private void sendUntilThereIs(String rule, int count, EmbeddedKafka kafka, TopicTail alerts) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (of(rule) < count) {
            assertThat(System.nanoTime())
                    .as("%d of %d alerts of %s", of(rule), count, rule)
                    .isLessThan(giveUp);
            send(kafka);
            poll(alerts);
        }
    }

    private void sendFor(Duration time, EmbeddedKafka kafka, TopicTail alerts) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            send(kafka);
            poll(alerts);
        }
    }

    private void read(TopicTail alerts, String rule, int count) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (of(rule) < count) {
            assertThat(System.nanoTime())
                    .as("%d of %d alerts of %s", of(rule), count, rule)
                    .isLessThan(giveUp);
            poll(alerts);
        }
    }

    private void send(EmbeddedKafka kafka) {
        var line = Samples.event("ws-" + sent % 5, sent, Instant.now().toString());
        kafka.send(List.of(new ProducerRecord<>("windows", sent % 2, null, line.getBytes(UTF_8))));
        sent++;
    }

    private void poll(TopicTail alerts) {
        alerts.poll(Duration.ofMillis(50), (id, body) -> standing.add(new AlertChange(id, body, 0, false)));
    }

    private int of(String rule) {
        return (int) standing.bodies().stream()
                .filter(body -> body.contains("\"rule\":{\"id\":\"" + rule + "\""))
                .count();
    }
}
