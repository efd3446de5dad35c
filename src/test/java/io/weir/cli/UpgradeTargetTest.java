package io.weir.cli;

import static io.weir.cli.TypedCommand.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which job {@code weir upgrade} means, by the answers of a job manager. */
class UpgradeTargetTest {

    private static final String JOBS =
            "{\"jobs\":[{\"id\":\"aa\",\"status\":\"RUNNING\"},{\"id\":\"bb\",\"status\":\"FINISHED\"}]}";

    private HttpServer server;
    private String address = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jobs", exchange -> {
            var body = JOBS.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aJobThatIsNotThereIsSaid() {
        assertRefused("there is no job cc at " + address, "--job", "cc");
    }

    @Test
    void aJobThatHasEndedIsSaid() {
        assertRefused(
                "job bb has ended, it is FINISHED; start it from a savepoint: weir submit --savepoint", "--job", "bb");
    }

    @Test
    void noPatienceIsSaidBeforeTheJobIsStopped() {
        assertRefused("--patience is at least 1 second, found 0", "--patience", "0");
    }

    private void assertRefused(String message, String option, String value) {
        var ended = run("upgrade", "--jobmanager", address, option, value);
        assertThat(ended.said()).isEqualTo("weir: " + message + "\n");
        assertThat(ended.exit()).isEqualTo(2);
    }
}
