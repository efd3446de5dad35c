package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that write to a topic say soon that no broker answers; what was begun waits longer for one. */
@Timeout(60)
class NoBrokerTest {

    private static final String NOWHERE = "127.0.0.1:1";
    private static final String SAID = "weir: no broker answers at " + NOWHERE + " within 10 s";

    @TempDir
    Path folder;

    @Test
    void reprocessSaysSo() throws IOException {
        var letters = Files.writeString(folder.resolve("dead-letters-1.jsonl"), "");

        assertSaysSo("reprocess", "--dead-letters", letters.toString(), "--topic", "windows");
    }

    @Test
    void sendSaysSo() throws IOException {
        var events = Files.writeString(folder.resolve("events.ndjson"), "{}\n");

        assertSaysSo("cluster", "send", "--topic", "windows", events.toString());
    }

    private static void assertSaysSo(String... command) {
        var words = new String[command.length + 2];
        System.arraycopy(command, 0, words, 0, command.length);
        words[command.length] = "--bootstrap-servers";
        words[command.length + 1] = NOWHERE;
        var ended = TypedCommand.run(words);

        assertThat(ended.said()).startsWith(SAID);
        assertThat(ended.exit()).isEqualTo(2);
    }
}
