package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty random faults on a real cluster: nothing lost, nothing told twice. The seed is printed; {@code -Dseed} plays it again. */
@Timeout(900)
class SoakIT {

    @TempDir
    Path temporary;

    @Test
    void twentyFaultsLoseNothingAndDoubleNothing() {
        var seed = System.getProperty("seed", String.valueOf(System.nanoTime() % 1_000_000));
        var out = new ByteArrayOutputStream();

        int exit = WeirCommand.run(
                new Streams(out, new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8)),
                "soak",
                "--faults",
                "20",
                "--seed",
                seed,
                "--dir",
                temporary.resolve("soak").toString());

        assertThat(out.toString(UTF_8))
                .contains("seed " + seed + ", 20 faults in ")
                .contains(", 20 survived")
                .contains(" lost 0, false 0, doubled 0;");
        assertThat(exit).isZero();
    }
}
