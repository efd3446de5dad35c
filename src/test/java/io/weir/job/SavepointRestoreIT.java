package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.alert.AlertReader;
import io.weir.alert.StandingAlerts;
import io.weir.cli.scenario.HiddenStory;
import io.weir.cli.scenario.Scenario;
import io.weir.cli.scenario.Told;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import io.weir.job.run.EmbeddedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job is stopped with a savepoint in the middle of an attack, again and again, and goes on from it with another parallelism. */
@Timeout(300)
class SavepointRestoreIT {

    private static final long SEED = 11;
    private static final int EVENTS = 4_000;
    private static final int PARTITIONS = 3;
    private static final List<Integer> PARALLELISMS = List.of(1, 2, 4, 1);
    private static final String TOPIC = "windows";

    /** A line of a collector's file, and the partition that the collector writes to. */
    private record Sent(int partition, byte[] bytes) {

        private long micros() {
            return EventDecoder.standard().decode(bytes, Stamp.NONE).events().stream()
                    .mapToLong(event -> event.time().micros())
                    .min()
                    .orElse(Long.MIN_VALUE);
        }
    }

    @TempDir
    Path folder;

    @Test
    void aJobThatIsRescaledFromOneToTwoToFourAndBackToOneTellsWhatAnUnbrokenOneTells() throws Exception {
        var story = Scenario.generate(SEED, EVENTS, folder.resolve("telemetry"));
        var sent = lines(story);
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            var unbroken = unbroken(kafka, sent);
            assertThat(Told.by(unbroken)).isEqualTo(story.alerts());

            kafka.createTopic(TOPIC, PARTITIONS);
            var cuts = cuts(unbroken);
            var savepoint = "";
            for (int part = 0; part < PARALLELISMS.size(); part++) {
                var lines = between(cuts.get(part).micros(), cuts.get(part + 1).micros(), sent);
                assertThat(without(cuts.get(part).halfSeen(), standing("broken")))
                        .as("what is half seen at the cut, and does not stand yet")
                        .isEqualTo(cuts.get(part).halfSeen());
                savepoint = runUntilAllIsRead(kafka, lines, PARALLELISMS.get(part), savepoint);
                assertThat(standing("broken"))
                        .as("what was half seen at the cut, unless it is so at the next one")
                        .containsAll(without(
                                cuts.get(part).halfSeen(), cuts.get(part + 1).halfSeen()));
            }
            assertThat(standing("broken")).isEqualTo(unbroken);
        }
    }

    /**
     * A moment at which the job is stopped.
     *
     * @param micros what happened until then was sent before
     * @param halfSeen the alerts of correlations of which an event was sent before, and another one after
     */
    private record Cut(long micros, List<String> halfSeen) {}

    private static List<Cut> cuts(List<String> bodies) {
        var cuts = new ArrayList<>(List.of(new Cut(Long.MIN_VALUE, List.of())));
        middles(bodies).forEach(micros -> cuts.add(new Cut(micros, halfSeen(bodies, micros))));
        cuts.add(new Cut(Long.MAX_VALUE, List.of()));
        assertThat(cuts).hasSize(PARALLELISMS.size() + 1);
        return cuts;
    }

    /** Between the first and the second event of the correlations whose two are furthest apart: what the state has to carry over. */
    private static List<Long> middles(List<String> bodies) {
        return bodies.stream()
                .map(SavepointRestoreIT::times)
                .filter(times -> times.size() > 1)
                .sorted(Comparator.comparing(times -> times.get(0) - times.get(1)))
                .map(times -> times.get(0) + (times.get(1) - times.get(0)) / 2)
                .distinct()
                .limit(PARALLELISMS.size() - 1L)
                .sorted()
                .toList();
    }

    private static List<String> halfSeen(List<String> bodies, long micros) {
        return bodies.stream()
                .filter(body -> times(body).stream().anyMatch(time -> time <= micros)
                        && times(body).stream().anyMatch(time -> time > micros))
                .toList();
    }

    /** When the events of an alert happened, in microseconds. */
    private static List<Long> times(String body) {
        var times = new ArrayList<Long>();
        json(body).path("events").forEach(event -> {
            var time = Instant.parse(event.path("time").asText());
            times.add(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
        });
        return times;
    }

    private static List<Sent> between(long after, long until, List<Sent> lines) {
        return lines.stream()
                .filter(line -> (line.micros() > after || after == Long.MIN_VALUE) && line.micros() <= until)
                .toList();
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    private static JsonNode json(String body) {
        try {
            return AlertReader.body(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Sent> lines(HiddenStory story) throws IOException {
        var lines = new ArrayList<Sent>();
        for (var file : story.files()) {
            int partition = story.files().indexOf(file) % PARTITIONS;
            Files.readAllLines(file).forEach(line -> lines.add(new Sent(partition, line.getBytes(UTF_8))));
        }
        return lines;
    }

    private static void send(EmbeddedKafka kafka, String topic, List<Sent> lines) {
        kafka.send(lines.stream()
                .map(line -> new ProducerRecord<byte[], byte[]>(topic, line.partition(), null, line.bytes()))
                .toList());
    }

    private List<String> unbroken(EmbeddedKafka kafka, List<Sent> lines) throws Exception {
        kafka.createTopic("all", PARTITIONS);
        send(kafka, "all", lines);
        var settings = options(kafka, "all", "unbroken", 2, "--until", "latest").settings();
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            Submission.of(settings, silence()).build(environment);
            run.run(environment, "unbroken", line -> {});
        }
        return standing("unbroken");
    }

    /**
     * Runs the live job until it has read what is sent now, then stops it with a savepoint.
     *
     * @param savepoint to go on from, or empty
     * @return the new savepoint
     */
    private String runUntilAllIsRead(EmbeddedKafka kafka, List<Sent> lines, int parallelism, String savepoint)
            throws Exception {
        send(kafka, TOPIC, lines);
        var settings =
                options(kafka, TOPIC, "broken", parallelism, "--until", "never").settings();
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            Submission.of(settings, silence()).build(environment);
            assertIsReadyForSavepoints(environment);
            goOnFrom(savepoint, environment);
            var job = new ReadingJob(environment.executeAsync("broken"));
            job.awaitRead(lines.size());
            var taken = job.stopWithSavepoint(folder.resolve("savepoints"));
            assertThat(ReadingJob.read(
                            job.client().getJobExecutionResult().get().getAllAccumulatorResults()))
                    .as("records read since the savepoint; more, and it did not go on from there")
                    .isEqualTo(lines.size());
            return taken;
        }
    }

    private static void goOnFrom(String savepoint, StreamExecutionEnvironment environment) {
        if (!savepoint.isEmpty()) {
            environment.configure(new Configuration().set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint));
        }
    }

    private static void assertIsReadyForSavepoints(StreamExecutionEnvironment environment) {
        assertThat(environment.getConfiguration().get(PipelineOptions.AUTO_GENERATE_UIDS))
                .isFalse();
        assertThat(environment.getConfiguration().get(PipelineOptions.GENERIC_TYPES))
                .isFalse();
        assertThat(environment.getStreamGraph(false).getStreamNodes())
                .allSatisfy(node -> assertThat(node.getTransformationUID())
                        .as("the uid of %s", node)
                        .isNotBlank())
                .extracting(StreamNode::getTransformationUID)
                .contains("telemetry", "match", "host", "correlate-1", "alert-folder", "dead-letter-folder");
    }

    private JobOptions options(EmbeddedKafka kafka, String topic, String output, int parallelism, String... until) {
        var arguments = Stream.of(
                "--rules",
                "rules",
                "--bootstrap-servers",
                kafka.cluster().servers(),
                "--topic",
                topic,
                "--from",
                "earliest",
                "--output",
                folder.resolve(output).toString(),
                "--parallelism",
                String.valueOf(parallelism));
        return JobOptions.parse(Stream.concat(arguments, Stream.of(until)).toArray(String[]::new));
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    }

    /** What stands by the finished parts of an output folder. */
    private List<String> standing(String output) throws IOException {
        var standing = new StandingAlerts();
        try (var files = Files.list(Files.createDirectories(folder.resolve(output)))) {
            for (var file : files.filter(part -> part.getFileName().toString().startsWith("alerts"))
                    .sorted()
                    .toList()) {
                for (var line : Files.readAllLines(file)) {
                    standing.add(AlertReader.line(line));
                }
            }
        }
        return standing.bodies();
    }
}
