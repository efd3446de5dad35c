package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import io.weir.job.run.EmbeddedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an alert takes, from when the last event that makes it is sent to the broker until a reader has it: of a correlation by process, which its host tells, and
 * of one by group, which is a stage further. A reader of all records sees what has got to the sink; one of committed records waits for the checkpoint, too. The job
 * runs in the mini-cluster, exactly once, with RocksDB; broker and readers share its processors. {@code -Dpairs=6000 -Drate=200 -Dcheckpoint=10s} by hand, for
 * docs/performance.md: as many pairs of a start and a connection, so many of them in a second.
 */
@Timeout(600)
class LatencyIT {

    private static final int PAIRS = Integer.getInteger("pairs", 100);
    private static final int RATE = Integer.getInteger("rate", 50);
    private static final String CHECKPOINT = System.getProperty("checkpoint", "500ms");
    private static final int HOSTS = 40;

    /** How many pairs later a pair's second event comes. */
    private static final int APART = 20;

    /** The first of them are for the job to start and for the compiler, and count for nothing. */
    private static final int WARM_UP = PAIRS / 3;

    private static final Pattern NUMBER = Pattern.compile("tool-(\\d+)\\.exe");
    private static final String BY_PROCESS = "5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7b03";
    private static final String BY_GROUP = "5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7b04";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String RULES = """
            title: Tool
            id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7b01
            name: tool
            level: low
            logsource: {category: process_creation, product: windows}
            detection:
                selection:
                    Image|contains: tool-
                condition: selection
            fields: [CommandLine, User]
            ---
            title: Its connection
            id: 5e0f8a53-6d4f-4d5e-9d6e-2f9f1c1b7b02
            name: its_connection
            level: low
            logsource: {category: network_connection, product: windows}
            detection:
                selection:
                    Image|contains: tool-
                condition: selection
            fields: [DestinationIp, User]
            ---
            title: A process that connects
            id: %s
            level: high
            correlation:
                type: temporal_ordered
                rules: [tool, its_connection]
                link: process
                timespan: 5m
            ---
            title: A path that connects
            id: %s
            level: high
            correlation:
                type: temporal_ordered
                rules: [tool, its_connection]
                group-by: [Image]
                timespan: 5m
            """.formatted(BY_PROCESS, BY_GROUP);

    @TempDir
    Path folder;

    private final Map<Integer, Long> sent = new ConcurrentHashMap<>();

    @Test
    void everyAlertComesAndTheCommittedOnesWithTheCheckpoint() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            kafka.createTopic("windows", 1);
            kafka.createTopic("alerts", 1);
            var settings = options(kafka).settings();
            try (var run = EmbeddedRun.of(settings);
                    var atSink = new AlertReadings(kafka.cluster(), "alerts", "read_uncommitted");
                    var committed = new AlertReadings(kafka.cluster(), "alerts", "read_committed")) {
                var environment = run.environment();
                environment.configure(new Configuration().set(StateBackendOptions.STATE_BACKEND, "rocksdb"));
                Submission.of(settings, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8))
                        .build(environment);
                var job = environment.executeAsync("latency");
                send(kafka, 0, WARM_UP);
                await(2 * WARM_UP, atSink);
                send(kafka, WARM_UP, PAIRS);
                await(2 * PAIRS, atSink, committed);
                report("at the sink", atSink);
                report("committed, a checkpoint every " + CHECKPOINT, committed);
                job.cancel().get();
            }
        }
    }

    private JobOptions options(EmbeddedKafka kafka) throws IOException {
        var rules = Files.writeString(folder.resolve("rules.yml"), RULES);
        return JobOptions.parse(
                "--rules",
                rules.toString(),
                "--bootstrap-servers",
                kafka.cluster().servers(),
                "--topic",
                "windows",
                "--from",
                "earliest",
                "--alerts-topic",
                "alerts",
                "--checkpoint-interval",
                CHECKPOINT,
                "--parallelism",
                "1");
    }

    /** Pairs at an even pace; a pair's two events are as far apart as twenty pairs. */
    private void send(EmbeddedKafka kafka, int from, int to) throws InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(
                kafka.cluster().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var acknowledgements = new ArrayList<Future<RecordMetadata>>();
            long begun = System.nanoTime();
            for (int i = from; i < to + APART; i++) {
                sleepUntil(begun + (i - from) * 1_000_000_000L / RATE);
                if (i < to) {
                    acknowledgements.add(send(producer, event(i, 1, "CommandLine", "tool /x")));
                }
                if (i >= from + APART) {
                    sent.put(i - APART, System.nanoTime());
                    acknowledgements.add(send(producer, event(i - APART, 3, "DestinationIp", "93.184.216.34")));
                }
            }
            for (var acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        }
    }

    private static void sleepUntil(long nanos) {
        for (long rest = nanos - System.nanoTime(); rest > 0; rest = nanos - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    private static Future<RecordMetadata> send(Producer<byte[], byte[]> producer, String event) {
        return producer.send(new ProducerRecord<>("windows", 0, null, event.getBytes(UTF_8)));
    }

    private static String event(int pair, int id, String field, String value) {
        return """
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},"EventID":%d,\
                "TimeCreated":{"#attributes":{"SystemTime":"%s"}},"EventRecordID":%d,\
                "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-%d.corp.example"},\
                "EventData":{"ProcessGuid":"{6af1b2c3-99b3-6af1-0009-%012x}","ProcessId":%d,\
                "Image":"C:\\\\Tools\\\\tool-%d.exe","User":"CORP\\\\m.keller","%s":"%s"}}}""".formatted(id, Instant.now(), 2L * pair + id, pair % HOSTS, pair, 1_000 + pair, pair, field, value);
    }

    private static void await(int alerts, AlertReadings... readings) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (var reading : readings) {
            while (reading.read().size() < alerts) {
                assertThat(System.nanoTime())
                        .as("%d alerts of %d", reading.read().size(), alerts)
                        .isLessThan(giveUp);
                Thread.sleep(50);
            }
            assertThat(reading.read()).hasSize(alerts);
        }
    }

    private void report(String where, AlertReadings readings) {
        for (var rule : List.of(BY_PROCESS, BY_GROUP)) {
            var millis = readings.read().entrySet().stream()
                    .filter(alert -> alert.getKey().contains("\"rule\":{\"id\":\"" + rule))
                    .filter(alert -> number(alert.getKey()) >= WARM_UP)
                    .mapToDouble(alert -> (alert.getValue() - sent.getOrDefault(number(alert.getKey()), 0L)) / 1e6)
                    .sorted()
                    .toArray();
            assertThat(millis).hasSize(PAIRS - WARM_UP);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s: p50 %.0f ms, p99 %.0f ms, longest %.0f ms, of %,d alerts at %d a second%n",
                    where,
                    rule.equals(BY_PROCESS) ? "by process" : "by group",
                    millis[millis.length / 2],
                    millis[(int) (millis.length * 0.99)],
                    millis[millis.length - 1],
                    millis.length,
                    2 * RATE);
        }
    }

    private static int number(String body) {
        var number = NUMBER.matcher(body);
        assertThat(number.find()).as(body).isTrue();
        return Integer.parseInt(number.group(1));
    }
}
