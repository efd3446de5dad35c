package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.kafka.EmbeddedKafka;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics that a broker does not have, and a broker that is not there: exit code 2 and one clear line, within the time limit. */
@Timeout(120)
class BadTopicIT {

    @TempDir
    Path folder;

    @Test
    void aTopicThatIsNotThereIsNamedBesideThoseThatAre() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopic("windows-events", 1);
            var broker = kafka.cluster().servers();

            assertThat(refused("run", "--rules", "rules", "--topic", "windows", "--bootstrap-servers", broker))
                    .contains("there is no topic windows at " + broker)
                    .contains("windows-events");
            assertThat(refused(
                            "run",
                            "--rules",
                            "rules",
                            "--topic",
                            "windows-events",
                            "--alerts-topic",
                            "alerts",
                            "--bootstrap-servers",
                            broker))
                    .contains("there is no topic alerts at " + broker);
            assertThat(refused("standing", "alerts", "--bootstrap-servers", broker))
                    .contains("there is no topic alerts at " + broker);
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerIsWaitedForButNotLong() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var closed = "127.0.0.1:" + port;

        assertThat(refused("run", "--rules", "rules", "--topic", "windows", "--bootstrap-servers", closed))
                .contains("no broker answers at " + closed);
        assertThat(refused("standing", "alerts", "--bootstrap-servers", closed))
                .contains("no broker answers at " + closed);
        assertThat(refused(
                        "reprocess",
                        "--dead-letters-topic",
                        "dead-letters",
                        "--topic",
                        "windows",
                        "--bootstrap-servers",
                        closed))
                .contains("no broker answers at " + closed);
    }

    private static String refused(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(err, true, UTF_8)) {
            exit = WeirCommand.run(new Streams(out, printed), arguments);
        }
        var said = err.toString(UTF_8);
        assertThat(exit).as("%s", said).isEqualTo(2);
        assertThat(said).doesNotContain("Exception", "\tat ");
        var errors = said.lines().filter(line -> !line.endsWith(" in force")).toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }
}
