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
import io.weir.job.run.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job is stopped with a savepoint in the middle of an attack, and goes on from it with another parallelism. */
@Timeout(300)
class SavepointRestoreIT {

    private static final long SEED = 11;
    private static final int EVENTS = 4_000;
    private static final int PARTITIONS = 3;
    private static final String TOPIC = "windows";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
    void aJobThatGoesOnFromASavepointTellsWhatAnUnbrokenOneTells() throws Exception {
        var story = Scenario.generate(SEED, EVENTS, folder.resolve("telemetry"));
        var sent = lines(story);
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            var unbroken = unbroken(kafka, sent);
            assertThat(Told.by(unbroken)).isEqualTo(story.alerts());

            kafka.createTopic(TOPIC, PARTITIONS);
            var middle = middleOfACorrelation(unbroken);
            var first = sent.stream().filter(line -> line.micros() <= middle).toList();
            var second = sent.stream().filter(line -> line.micros() > middle).toList();
            var savepoint = runUntilAllIsRead(kafka, first, 2, "");
            var before = standing("broken");
            runUntilAllIsRead(kafka, second, 3, savepoint);

            assertThat(before)
                    .as("some alerts stand before the savepoint, others need what it holds")
                    .isNotEmpty()
                    .isNotEqualTo(unbroken);
            assertThat(standing("broken")).isEqualTo(unbroken);
        }
    }

    /** Between the first and the second event of a correlation: what the state has to carry over. */
    private static long middleOfACorrelation(List<String> bodies) {
        return bodies.stream()
                .map(SavepointRestoreIT::json)
                .filter(alert -> alert.path("events").size() > 1)
                .map(alert -> Stream.of(alert.at("/events/0/time"), alert.at("/events/1/time"))
                        .map(time -> Instant.parse(time.asText()))
                        .toList())
                .max(Comparator.comparing(times -> Duration.between(times.get(0), times.get(1))))
                .map(times -> times.get(0)
                        .plus(Duration.between(times.get(0), times.get(1)).dividedBy(2)))
                .map(time -> time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000)
                .orElseThrow();
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
            var job = environment.executeAsync("broken");
            await(job, lines.size());
            var taken = job.stopWithSavepoint(
                            false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            assertThat(records(job.getJobExecutionResult().get().getAllAccumulatorResults()))
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
                .contains("telemetry", "match", "host", "correlate-1", "alert-folder", "dead-letters");
    }

    private static void await(JobClient job, int records) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (read(job) < records) {
            assertThat(System.nanoTime())
                    .as("records read: %s of %s", read(job), records)
                    .isLessThan(giveUp);
            Thread.sleep(500);
        }
    }

    private static long read(JobClient job) throws Exception {
        return records(job.getAccumulators().get());
    }

    private static long records(Map<String, Object> counted) {
        return count(Tally.EVENTS, counted) + count(Tally.DEAD_LETTERS, counted);
    }

    private static long count(Tally tally, Map<String, Object> counted) {
        return counted.get(tally.name()) instanceof Long number ? number : 0;
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
        try (var files = Files.list(folder.resolve(output))) {
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
