package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertReader;
import io.weir.alert.StandingAlerts;
import io.weir.cli.scenario.Scenario;
import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import io.weir.job.option.JobSettings;
import io.weir.job.run.EmbeddedRun;
import io.weir.job.run.JobConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One morning, told in every way: from files, from a topic to its end, and live; by one task, two and four; in order and shuffled, with records that come
 * twice; and with a worker that is killed in the middle. What stands in the end, alerts and incidents, is the same, byte for byte. {@code -Dseed=…}
 * plays another morning.
 */
@Timeout(300)
class EveryWayIT {

    private static final int EVENTS = 2_000;
    private static final int PARTITIONS = 3;
    private static final String LAST = "that was all";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Path rules;
    private Path telemetry;
    private Random random = new Random(0);

    static LongStream seeds() {
        return LongStream.of(Long.getLong("seed", 20_261_125));
    }

    /** Beside the rule pack, in which most correlations follow processes or hosts: counts, sums and ranges, what has to wait, and a longer chain. */
    @BeforeEach
    void write() throws IOException {
        rules = Files.writeString(folder.resolve("more.yml"), """
                title: Any process
                id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7a01
                name: any_process
                level: low
                logsource: {category: process_creation, product: windows}
                detection:
                    selection:
                        Image|endswith: .exe
                    condition: selection
                ---
                title: Any connection
                id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7a02
                name: any_connection
                level: low
                logsource: {category: network_connection, product: windows}
                detection:
                    selection:
                        DestinationIp|contains: .
                    condition: selection
                ---
                title: A process that goes outside
                id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7a03
                name: goes_outside
                level: low
                correlation:
                    type: temporal_ordered
                    rules: [any_process, any_connection]
                    link: process-tree
                    timespan: 2m
                ---
                title: Many that go outside
                id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7a04
                level: medium
                correlation:
                    type: event_count
                    rules: goes_outside
                    group-by: Computer
                    timespan: 10m
                    condition: {gte: 3}
                ---
                title: Busy user
                id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7a05
                level: low
                correlation:
                    type: event_count
                    rules: any_process
                    group-by: User
                    timespan: 1m
                    condition: {gte: 4}
                ---
                title: Neither many nor none
                id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7a06
                level: low
                correlation:
                    type: event_count
                    rules: any_process
                    group-by: Computer
                    timespan: 5m
                    condition: {gte: 2, lte: 6}
                ---
                title: Many images
                id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7a07
                level: low
                correlation:
                    type: value_count
                    rules: any_process
                    group-by: User
                    timespan: 10m
                    condition: {field: Image, gte: 6}
                """);
        telemetry = folder.resolve("telemetry");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatStandsIsTheSameByteForByte(long seed) throws Exception {
        random = new Random(seed);
        var story = Scenario.generate(seed, EVENTS, telemetry);
        var lines = new ArrayList<String>();
        for (var file : story.files()) {
            lines.addAll(Files.readAllLines(file));
        }
        var first = replayFiles("files-1", 1);
        assertThat(Files.readAllLines(first)).hasSizeGreaterThan(100);
        assertSame(first, replayFiles("files-4", 4));
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            kafka.createTopic("all", PARTITIONS);
            send(kafka, "all", shuffled(lines));
            assertSame(first, replayTopic(kafka, "topic-2", 2));
            assertSame(first, live(kafka, "live-1", 1, shuffled(lines)));
            assertSame(first, live(kafka, "live-2", 2, shuffled(lines)));
            assertSame(first, killed(kafka, "live-4", 4, shuffled(lines)));
        }
    }

    /** What {@code cmp} says of two files. */
    private static void assertSame(Path expected, Path told) throws IOException {
        assertThat(Files.mismatch(expected, told))
                .as(
                        "the first byte in which they differ; only here: %s; missing: %s",
                        without(told, expected), without(expected, told))
                .isEqualTo(-1);
    }

    private static List<String> without(Path some, Path others) throws IOException {
        var rest = new ArrayList<>(Files.readAllLines(some));
        rest.removeAll(Files.readAllLines(others));
        return rest;
    }

    private List<String> shuffled(List<String> lines) {
        var all = new ArrayList<>(lines);
        for (int i = lines.size() / 30; i > 0; i--) {
            all.add(lines.get(random.nextInt(lines.size())));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private void send(EmbeddedKafka kafka, String topic, List<String> lines) {
        kafka.send(lines.stream()
                .map(line -> new ProducerRecord<byte[], byte[]>(
                        topic, random.nextInt(PARTITIONS), null, line.getBytes(UTF_8)))
                .toList());
    }

    /** A line for each partition that is no event: when it stands among the dead letters, all that was sent before it is dealt with for good. */
    private static void sendLast(EmbeddedKafka kafka, String topic) {
        kafka.send(IntStream.range(0, PARTITIONS)
                .mapToObj(i -> new ProducerRecord<byte[], byte[]>(topic, i, null, LAST.getBytes(UTF_8)))
                .toList());
    }

    private Path replayFiles(String name, int parallelism) throws IOException {
        return replay(name, settings(name, parallelism, "--input", telemetry.toString()));
    }

    private Path replayTopic(EmbeddedKafka kafka, String name, int parallelism) throws IOException {
        return replay(name, settings(name, parallelism, topic(kafka, "all", "latest")));
    }

    private Path replay(String name, JobSettings settings) throws IOException {
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            build(settings, environment);
            run.run(environment, name, line -> {});
        }
        return standing(name);
    }

    private static void build(JobSettings settings, StreamExecutionEnvironment environment) {
        Submission.of(settings, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8))
                .build(environment);
    }

    private Path live(EmbeddedKafka kafka, String name, int parallelism, List<String> lines) throws Exception {
        kafka.createTopic(name, PARTITIONS);
        var settings = settings(name, parallelism, topic(kafka, name, "never"));
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            build(settings, environment);
            var job = environment.executeAsync(name);
            send(kafka, name, lines);
            sendLast(kafka, name);
            awaitLast(name, PARTITIONS);
            job.stopWithSavepoint(true, savepoints(), SavepointFormatType.CANONICAL)
                    .get();
            job.getJobExecutionResult().get();
        }
        return standing(name);
    }

    /** The same on two workers, of which one is killed while telemetry flows. */
    @SuppressWarnings("try") // A cluster that is interrupted as it closes is a test that fails.
    private Path killed(EmbeddedKafka kafka, String name, int parallelism, List<String> lines) throws Exception {
        kafka.createTopic(name, PARTITIONS);
        var settings = settings(name, parallelism, topic(kafka, name, "never"));
        try (var cluster = new MiniCluster(TwoWorkers.configuration(folder.resolve("checkpoints"), parallelism / 2))) {
            cluster.start();
            var environment = StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.of(settings));
            build(settings, environment);
            var job = cluster.submitJob(environment.getStreamGraph().getJobGraph())
                    .get()
                    .getJobID();
            send(kafka, name, lines.subList(0, lines.size() / 2));
            sendLast(kafka, name);
            awaitLast(name, PARTITIONS);
            send(kafka, name, lines.subList(lines.size() / 2, lines.size()));
            cluster.terminateTaskManager(0).get();
            cluster.startTaskManager();
            sendLast(kafka, name);
            awaitLast(name, 2 * PARTITIONS);
            assertThat(TwoWorkers.runs(cluster, job)).as("runs of the job").isGreaterThan(1);
            cluster.stopWithSavepoint(job, savepoints(), true, SavepointFormatType.CANONICAL)
                    .get();
            cluster.requestJobResult(job).get().toJobExecutionResult(getClass().getClassLoader());
        }
        return standing(name);
    }

    private void awaitLast(String name, int count) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (lastOnes(name) < count) {
            assertThat(System.nanoTime())
                    .as("last lines of %s: %s", name, lastOnes(name))
                    .isLessThan(giveUp);
            Thread.sleep(100);
        }
    }

    private long lastOnes(String name) throws IOException {
        var last = Base64.getEncoder().encodeToString(LAST.getBytes(UTF_8));
        long count = 0;
        for (var file : finished(name + ".dead-letters", "dead-letters")) {
            count += Files.readAllLines(file).stream()
                    .filter(line -> line.contains(last))
                    .count();
        }
        return count;
    }

    private String savepoints() {
        return folder.resolve("savepoints").toUri().toString();
    }

    private static String[] topic(EmbeddedKafka kafka, String topic, String until) {
        return new String[] {
            "--bootstrap-servers", kafka.cluster().servers(), "--topic", topic, "--from", "earliest", "--until", until
        };
    }

    private JobSettings settings(String name, int parallelism, String... source) {
        var arguments = Stream.of(
                "--rules",
                "rules",
                rules.toString(),
                "--output",
                folder.resolve(name).toString(),
                "--checkpoint-interval",
                "500ms",
                "--parallelism",
                String.valueOf(parallelism));
        return JobOptions.parse(Stream.concat(arguments, Stream.of(source)).toArray(String[]::new))
                .settings();
    }

    /** A file of all that stands by the finished parts: alerts, and incidents. */
    private Path standing(String name) throws IOException {
        var alerts = bodies(finished(name, "alerts"));
        var incidents = bodies(finished(name + ".incidents", "incidents"));
        assertThat(incidents).as("incidents").isNotEmpty();
        return Files.write(
                folder.resolve(name + ".standing"),
                Stream.concat(alerts.stream(), incidents.stream()).toList());
    }

    private static List<String> bodies(List<Path> files) throws IOException {
        var standing = new StandingAlerts();
        for (var file : files) {
            for (var line : Files.readAllLines(file)) {
                standing.add(AlertReader.line(line));
            }
        }
        return standing.bodies();
    }

    private List<Path> finished(String output, String prefix) throws IOException {
        try (var files = Files.list(Files.createDirectories(folder.resolve(output)))) {
            return files.filter(part -> part.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
