package io.weir.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.source.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live job in a process of its own, as the command runs it, which is asked to end. */
@Timeout(120)
class GracefulStopIT {

    private static final int EVENTS = 10;

    @TempDir
    Path folder;

    @Test
    void aProcessThatIsAskedToEndDeliversWhatItHasFoundAndLeavesNothingBehind() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            kafka.createTopic("live", 1);
            kafka.send(IntStream.range(0, EVENTS)
                    .mapToObj(i -> new ProducerRecord<byte[], byte[]>("live", Samples.bytes(Samples.event(i))))
                    .toList());
            var process = start(kafka.cluster().servers());
            var said = new ArrayList<String>();
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                readUntilAllIsSeen(out, said);
                assertThat(process.toHandle().destroy()).isTrue();
                out.lines().forEach(said::add);
            } finally {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(said).hasSize(EVENTS + 1).contains("ünicode live/0/9");
            assertThat(said.get(EVENTS)).startsWith("ended: 10 events, 0 dead letters");
        }
        assertThat(finishedLines()).hasSize(EVENTS);
        assertThat(Files.readString(folder.resolve("stderr"))).isEmpty();
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    private static void readUntilAllIsSeen(BufferedReader out, List<String> said) throws IOException {
        while (said.size() < EVENTS) {
            var line = out.readLine();
            assertThat(line).as("the process ended early, having said %s", said).isNotNull();
            said.add(line);
        }
    }

    private Process start(String servers) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Dlog4j2.configurationFile=weir-log4j2.xml",
                        "-Dweir.log=" + folder.resolve("weir.log"),
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Relay.class.getName(),
                        "--rules=none",
                        "--bootstrap-servers=" + servers,
                        "--topic=live",
                        "--from=earliest",
                        "--output=" + folder.resolve("out"),
                        "--terminal",
                        "--parallelism=1",
                        "--checkpoint-interval=1h")
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    private List<String> finishedLines() throws IOException {
        var lines = new ArrayList<String>();
        try (var parts = Files.newDirectoryStream(folder.resolve("out"), "alerts-*.jsonl")) {
            for (var part : parts) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        return lines;
    }
}
