package io.weir.job.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.job.UserError;
import io.weir.job.option.JobOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path folder;

    private Path input;

    @BeforeEach
    void fill() throws IOException {
        input = Files.createFile(folder.resolve("a.json"));
    }

    @Test
    void aRunThatCanReadAndWriteIsLeftAlone() throws IOException {
        assertThatCode(() -> check(
                        "--input",
                        input.toString(),
                        "--output",
                        folder.resolve("out").toString()))
                .doesNotThrowAnyException();
        try (var left = Files.list(folder.resolve("out"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aMissingFileIsSaid() {
        requireMessage(
                "--input " + folder.resolve("gone.json") + " is not there; name a file or a folder that is",
                "--input",
                input.toString(),
                folder.resolve("gone.json").toString());
    }

    @Test
    void aFolderWithoutTelemetryIsSaid() throws IOException {
        var empty = Files.createDirectories(folder.resolve("empty"));
        Files.createFile(empty.resolve("README.md"));
        requireMessage(
                "--input " + empty
                        + " has no files of telemetry; their names end with .json, .jsonl, .ndjson, .xml, each with or without .gz",
                "--input",
                empty.toString());
    }

    @Test
    void aBinaryEventLogIsToldHowToBecomeText() throws IOException {
        var log = Files.createFile(folder.resolve("Security.EVTX"));
        requireMessage(
                "--input " + log
                        + " is a binary event log; make JSON Lines of it first: evtx_dump -o jsonl Security.EVTX",
                "--input",
                log.toString());
    }

    @Test
    void anOutputThatIsAFileIsSaid() {
        assertThatThrownBy(() -> check("--input", input.toString(), "--output", input.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("folder " + input + " cannot be written to (")
                .hasMessageEndingWith("); name another or make room")
                .message()
                .hasLineCount(1);
    }

    @Test
    @Timeout(30)
    void aBrokerThatDoesNotAnswerIsSaidInTime() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var servers = "127.0.0.1:" + silent.getLocalPort();
            requireMessage(
                    "no broker answers at " + servers + " within 2 s; is it running, and is --bootstrap-servers right?",
                    "--bootstrap-servers",
                    servers,
                    "--topic",
                    "t");
        }
    }

    @Test
    @Timeout(30)
    void aBrokerThatIsNotThereIsSaidInTime() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        requireMessage(
                "no broker answers at 127.0.0.1:" + port
                        + " within 2 s; is it running, and is --bootstrap-servers right?",
                "--bootstrap-servers",
                "127.0.0.1:" + port,
                "--topic",
                "t");
    }

    @Test
    void foldersAreMadeOnlyWhereTheBrokerAnswers() {
        var output = folder.resolve("replay");

        assertThatThrownBy(() -> check(
                        "--bootstrap-servers",
                        "no-such-host.invalid:9092",
                        "--topic",
                        "t",
                        "--until",
                        "latest",
                        "--output",
                        output.toString()))
                .isInstanceOf(UserError.class);

        assertThat(output).doesNotExist();
    }

    @Test
    void aNameThatNobodyKnowsIsSaid() {
        requireMessage(
                "Kafka's client does not start: No resolvable bootstrap urls given in bootstrap.servers;"
                        + " look at --bootstrap-servers and --kafka-properties",
                "--bootstrap-servers",
                "no-such-host.invalid:9092",
                "--topic",
                "t");
    }

    @Test
    void aSecretThatAClientQuotesIsNotSaid() throws IOException {
        var file = Files.writeString(folder.resolve("kafka.properties"), "security.protocol=hunter2\n");
        assertThatThrownBy(() -> check(
                        "--bootstrap-servers", "127.0.0.1:1", "--topic", "t", "--kafka-properties", file.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("***")
                .hasMessageNotContaining("hunter2");
    }

    private static void requireMessage(String message, String... arguments) {
        assertThatThrownBy(() -> check(arguments)).isInstanceOf(UserError.class).hasMessage(message);
    }

    private static void check(String... arguments) {
        var all = Stream.concat(Stream.of("--rules", "r"), Stream.of(arguments)).toArray(String[]::new);
        Preflight.check(JobOptions.parse(all).settings(), Duration.ofSeconds(2));
    }
}
