package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertReader;
import io.weir.alert.StandingAlerts;
import io.weir.cli.scenario.Scenario;
import io.weir.job.kafka.AlertTopic;
import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import io.weir.job.run.EmbeddedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * This build goes on from the savepoints of every release, and of formats of the state between releases. Each has a folder: the savepoint,
 * taken in the middle of an attack; the rules, because a state is of their meaning; what had been read by then and what is read thereafter;
 * what must be told thereafter. {@code -Dsavepoint.release=VERSION} makes the folder of a release (docs/operations.md).
 */
@Timeout(300)
class SavepointFixturesIT {

    private static final Path FOLDER = Path.of("src/test/resources/savepoints");
    private static final String TO_MAKE = System.getProperty("savepoint.release", "");
    private static final long SEED = 5;
    private static final int PARTITIONS = 3;
    private static final List<String> PACK = List.of(
            "mr_lolbin_child_external_connection.yml",
            "mr_lolbin_external_connection.yml",
            "net_connection_win_external.yml",
            "net_connection_win_lolbin_external.yml",
            "proc_creation_win_iexpress_execution.yml",
            "proc_creation_win_lolbin_execution.yml");

    /** Correlations that have no link, which the pack's have, and so a state of their own: one refers to the other. */
    private static final String BY_COMPUTER = """
            title: Start, Then Outside, on One Computer
            id: 5d1f3a1e-3a0b-4a43-9a51-6c9d0a1b7001
            name: start_then_outside
            correlation:
                type: temporal_ordered
                rules: [lolbin_execution, external_connection]
                group-by: [Computer]
                timespan: 2h
            generate: true
            ---
            title: Again and Again
            id: 5d1f3a1e-3a0b-4a43-9a51-6c9d0a1b7002
            correlation:
                type: event_count
                rules: [lolbin_execution]
                group-by: [Computer]
                timespan: 12h
                condition: {gte: 2}
            generate: true
            ---
            title: Start, Then Outside, and Again
            id: 5d1f3a1e-3a0b-4a43-9a51-6c9d0a1b7003
            correlation:
                type: temporal
                rules: [start_then_outside, lolbin_execution]
                group-by: [Computer]
                timespan: 12h
            """;

    @TempDir
    Path temporary;

    static Stream<Path> releases() throws IOException {
        if (!TO_MAKE.isEmpty()) {
            return Stream.of(FOLDER.resolve(TO_MAKE));
        }
        try (var folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void goesOnFromTheSavepointOfARelease(Path release) throws Exception {
        try (var kafka = EmbeddedKafka.start(temporary.resolve("kafka"))) {
            kafka.createTopic("windows", PARTITIONS);
            kafka.createTopic("alerts-before", 1);
            kafka.createTopic("alerts", 1);
            if (!TO_MAKE.isEmpty()) {
                make(release, kafka);
            } else {
                send(kafka, release.resolve("before"));
                send(kafka, release.resolve("after"));
                read(kafka, release, "alerts", lines(release.resolve("after")), release.resolve("savepoint"));

                assertThat(told(kafka)).isEqualTo(Files.readAllLines(release.resolve("told.txt")));
            }
        }
    }

    private void make(Path release, EmbeddedKafka kafka) throws Exception {
        FileUtils.deleteDirectory(release.toFile());
        copyRules(release.resolve("rules"));
        split(release);
        send(kafka, release.resolve("before"));
        var savepoint = read(kafka, release, "alerts-before", lines(release.resolve("before")), Path.of(""));
        FileUtils.copy(
                new org.apache.flink.core.fs.Path(savepoint),
                new org.apache.flink.core.fs.Path(release.resolve("savepoint").toUri()),
                false);
        send(kafka, release.resolve("after"));
        read(kafka, release, "alerts", lines(release.resolve("after")), release.resolve("savepoint"));
        Files.write(release.resolve("told.txt"), told(kafka));
    }

    private static void copyRules(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var rule : PACK) {
            Files.copy(Path.of("rules", rule), folder.resolve(rule));
        }
        Files.writeString(folder.resolve("by_computer.yml"), BY_COMPUTER);
    }

    /** The first half of each collector's lines, and the second. */
    private void split(Path release) throws IOException {
        var story = Scenario.generate(SEED, 800, temporary.resolve("telemetry"));
        for (int i = 0; i < PARTITIONS; i++) {
            var lines = Files.readAllLines(story.files().get(i));
            write(release.resolve("before"), i, lines.subList(0, lines.size() / 2));
            write(release.resolve("after"), i, lines.subList(lines.size() / 2, lines.size()));
        }
    }

    private static void write(Path folder, int partition, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(partition + ".ndjson.gz")))) {
            out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        }
    }

    private static List<String> read(Path folder, int partition) {
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(partition + ".ndjson.gz")))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path folder) {
        return IntStream.range(0, PARTITIONS)
                .map(partition -> read(folder, partition).size())
                .sum();
    }

    private static void send(EmbeddedKafka kafka, Path folder) {
        kafka.send(IntStream.range(0, PARTITIONS)
                .boxed()
                .flatMap(partition -> read(folder, partition).stream()
                        .map(line ->
                                new ProducerRecord<byte[], byte[]>("windows", partition, null, line.getBytes(UTF_8))))
                .toList());
    }

    /**
     * Runs the job until it has read so many records, then stops it with a savepoint.
     *
     * @param release whose rules it has
     * @param alerts topic that it tells to
     * @param savepoint to go on from, or empty
     * @return the new one
     */
    private String read(EmbeddedKafka kafka, Path release, String alerts, int records, Path savepoint)
            throws Exception {
        var settings = options(kafka, release, alerts).settings();
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            Submission.of(settings, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8))
                    .build(environment);
            if (!savepoint.toString().isEmpty()) {
                environment.configure(new Configuration()
                        .set(
                                StateRecoveryOptions.SAVEPOINT_PATH,
                                savepoint.toUri().toString()));
            }
            var job = new ReadingJob(environment.executeAsync("fixture"));
            job.awaitRead(records);
            return job.stopWithSavepoint(temporary.resolve("savepoints"));
        }
    }

    private static JobOptions options(EmbeddedKafka kafka, Path release, String alerts) {
        return JobOptions.parse(
                "--rules",
                release.resolve("rules").toString(),
                "--bootstrap-servers",
                kafka.cluster().servers(),
                "--topic",
                "windows",
                "--from",
                "earliest",
                "--alerts-topic",
                alerts,
                "--delivery",
                "at-least-once",
                "--parallelism",
                "2");
    }

    /** Of each alert that stands its rule, its group and its events. */
    private static List<String> told(EmbeddedKafka kafka) {
        var standing = new StandingAlerts();
        new AlertTopic(kafka.cluster(), "alerts").read(standing::add);
        return standing.bodies().stream()
                .map(SavepointFixturesIT::told)
                .sorted()
                .toList();
    }

    private static String told(String body) {
        try {
            var alert = AlertReader.body(body);
            var events = new ArrayList<String>();
            alert.path("events").forEach(event -> events.add(event.path("id").asText()));
            return alert.at("/rule/title").asText() + " " + alert.path("group") + " " + events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
