package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import io.weir.job.run.EmbeddedRun;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job goes on from a savepoint with options by which it has other steps; what the savepoint has of those that are gone is left, as {@code weir upgrade --leave-state} says. */
@Timeout(300)
class OtherOptionsIT {

    @TempDir
    Path folder;

    @Test
    void deadLettersThatWentToATopicGoToAFolderAndThereAreFewerStages() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            for (var topic : List.of("windows", "alerts", "letters")) {
                kafka.createTopic(topic, 1);
            }
            send(kafka);
            var savepoint = read(kafka, "", "--dead-letters-topic", "letters");
            send(kafka);
            var letters = folder.resolve("letters");

            read(kafka, savepoint, "--dead-letters", letters.toString(), "--correlation-stages", "1");

            assertThat(letters).isDirectoryContaining("glob:**.jsonl");
        }
    }

    private static void send(EmbeddedKafka kafka) {
        kafka.send(List.of(new ProducerRecord<byte[], byte[]>("windows", 0, null, "no event".getBytes(UTF_8))));
    }

    /** Reads one record, and stops with a savepoint. */
    private String read(EmbeddedKafka kafka, String savepoint, String... more) throws Exception {
        var settings = options(kafka, more).settings();
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            Submission.of(settings, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8))
                    .build(environment);
            var recovery = new Configuration();
            recovery.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
            if (!savepoint.isEmpty()) {
                recovery.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
            }
            environment.configure(recovery);
            var job = new ReadingJob(environment.executeAsync("other options"));
            job.awaitRead(1);
            return job.stopWithSavepoint(folder.resolve("savepoints"));
        }
    }

    private static JobOptions options(EmbeddedKafka kafka, String... more) {
        var options = new ArrayList<>(List.of("--rules", "rules", "--topic", "windows", "--from", "earliest"));
        options.addAll(List.of("--bootstrap-servers", kafka.cluster().servers(), "--alerts-topic", "alerts"));
        options.addAll(List.of("--parallelism", "1"));
        options.addAll(List.of(more));
        return JobOptions.parse(options.toArray(String[]::new));
    }
}
