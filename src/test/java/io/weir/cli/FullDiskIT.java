package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk gets full while the job writes: exit code 2 and one line that says so, not a stack trace. */
@Timeout(120)
class FullDiskIT {

    @TempDir
    Path folder;

    @Test
    void aDiskThatGetsFullWhileTheJobWritesIsNamedInOneLine() throws IOException {
        var telemetry = Files.writeString(folder.resolve("events.jsonl"), "no event\n");
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(err, true, UTF_8)) {
            exit = WeirCommand.run(
                    new Streams(OutputStream.nullOutputStream(), printed),
                    "run",
                    "--rules",
                    "rules",
                    "--input",
                    telemetry.toString(),
                    "--output",
                    "full:" + folder.resolve("alerts"));
        }
        var said = err.toString(UTF_8);

        assertThat(exit).as("%s", said).isEqualTo(2);
        assertThat(said.lines().filter(line -> !line.endsWith(" in force")))
                .containsExactly("weir: the disk is full: make room, then start again (No space left on device)");
    }
}
