package io.weir.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.job.UserError;
import io.weir.job.option.JobOptions;
import io.weir.job.option.JobSettings;
import io.weir.job.source.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedRunIT {

    @TempDir
    Path folder;

    private Path input;
    private Path output;

    @BeforeEach
    void fill() throws IOException {
        input = Files.createDirectories(folder.resolve("in"));
        output = folder.resolve("out");
        lines("a.ndjson", 0, 40);
        lines("deep/b.jsonl", 100, 40);
        Files.write(input.resolve("broken.json.gz"), Samples.bytes("not packed"));
        try (var out = new GZIPOutputStream(Files.newOutputStream(input.resolve("c.json.gz")))) {
            out.write(Samples.bytes("[" + Samples.event(201) + "," + Samples.event(202) + "]\nno event\n"));
        }
    }

    private void lines(String name, int from, int count) throws IOException {
        var file = input.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                IntStream.range(from, from + count).mapToObj(Samples::event).toList());
    }

    @Test
    void everyEventOfAFolderArrivesOnceAndWhatIsNoneGoesToTheDeadLetters() throws IOException {
        var totals = run("--input", input.toString(), "--output", output.toString());

        assertThat(totals.line()).startsWith("82 events, 2 dead letters, 0 alerts in ");
        assertThat(finished(output)).hasSize(82);
        assertThat(finished(folder.resolve("out.dead-letters")))
                .hasSize(2)
                .anyMatch(line -> line.contains("broken.json.gz\",\"line\":1,\"index\":0},\"bytes\":\"\""))
                .anyMatch(line -> line.contains("c.json.gz\",\"line\":2,\"index\":0},\"bytes\":\"bm8gZXZlbnQ=\""));
    }

    @Test
    void aRunLeavesNothingOfItsOwnBehind() throws IOException {
        var before = ownFolders();
        run("--input", input.toString(), "--output", output.toString());
        assertThat(ownFolders()).isEqualTo(before);
    }

    @Test
    void aJobThatFailsSaysWhyInOneLine() {
        assertThatThrownBy(() -> run(environment -> environment
                        .fromData(1)
                        .uid("source")
                        .map(EmbeddedRunIT::full, Types.INT)
                        .uid("map")
                        .print()
                        .uid("print")))
                .isInstanceOf(UserError.class)
                .hasMessage("the disk is full: make room, then start again (No space left on device)");
    }

    @Test
    void memoryThatRunsOutBeforeTheJobStartsIsSaidInOneLine() {
        var environment = new StreamExecutionEnvironment() {
            @Override
            public JobClient executeAsync(String name) {
                throw new OutOfMemoryError("Direct buffer memory");
            }

            @Override
            public void close() {}
        };
        try (var run = EmbeddedRun.of(settings("--input", input.toString()))) {
            assertThatThrownBy(() -> run.run(environment, "relay", progress -> {}))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("memory ran out");
        }
    }

    @Test
    void anOperatorWithoutAUidIsRefused() {
        assertThatThrownBy(() -> run(environment -> environment.fromData(1).print()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no UID");
    }

    private static int full(int element) throws IOException {
        throw new IOException("No space left on device");
    }

    private Totals run(String... arguments) {
        var settings = settings(arguments);
        return run(settings, environment -> Relay.build(environment, settings));
    }

    private void run(Consumer<StreamExecutionEnvironment> build) {
        run(settings("--input", input.toString()), build);
    }

    private static JobSettings settings(String... arguments) {
        var all = Stream.concat(
                Stream.of("--rules", "none", "--parallelism", "2", "--checkpoint-interval", "200ms"),
                Stream.of(arguments));
        return JobOptions.parse(all.toArray(String[]::new)).settings();
    }

    private static Totals run(JobSettings settings, Consumer<StreamExecutionEnvironment> build) {
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            build.accept(environment);
            return run.run(environment, "relay", progress -> {});
        }
    }

    private static List<String> finished(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .flatMap(EmbeddedRunIT::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ownFolders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("weir-run-") || name.startsWith("minicluster"))
                    .sorted()
                    .toList();
        }
    }
}
