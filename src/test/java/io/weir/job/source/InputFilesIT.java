package io.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.run.FailingOnce;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class InputFilesIT {

    private static final int LINES = 1_500;

    @TempDir
    Path folder;

    @Test
    void aRunThatFailsInTheMiddleOfFilesGoesOnWhereItsCheckpointWas() throws Exception {
        Files.write(folder.resolve("plain.ndjson"), lines(0));
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.ndjson.gz")))) {
            out.write(Samples.bytes(String.join("\n", lines(LINES))));
        }
        assertThat(places()).hasSize(2 * 2 * LINES).doesNotHaveDuplicates();
        assertThat(folder.resolve("failed")).exists();
    }

    // Two events a line, so that a checkpoint may lie inside one.
    private static List<String> lines(int from) {
        return IntStream.range(from, from + LINES)
                .mapToObj(i -> "[" + Samples.event(2L * i) + "," + Samples.event(2L * i + 1) + "]")
                .toList();
    }

    private List<String> places() throws Exception {
        var configuration = new Configuration();
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("execution.checkpointing.interval", "100ms");
        configuration.setString("restart-strategy.type", "fixed-delay");
        configuration.setString("restart-strategy.fixed-delay.attempts", "1");
        configuration.setString("restart-strategy.fixed-delay.delay", "0s");
        var environment = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        var input = new InputFiles(List.of(org.apache.flink.core.fs.Path.fromLocalFile(folder.toFile())));
        return input
                .addTo(environment)
                .map(new FailingOnce<>(folder.resolve("failed")))
                .returns(TelemetryCodec.TYPE)
                .executeAndCollect(4 * LINES + 1)
                .stream()
                .map(telemetry -> telemetry.from() + "#" + telemetry.from().index())
                .toList();
    }
}
