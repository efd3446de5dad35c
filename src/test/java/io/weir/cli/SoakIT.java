package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
        var said = new ByteArrayOutputStream();

        int exit = WeirCommand.run(
                new Streams(out, shownAndKept(said)),
                "soak",
                "--faults",
                "20",
                "--seed",
                seed,
                "--dir",
                temporary.resolve("soak").toString());

        assertThat(out.toString(UTF_8))
                .as("exit code %d; what it said:%n%s", exit, said.toString(UTF_8))
                .contains("seed " + seed + ", 20 faults in ")
                .contains(", 20 survived")
                .contains(" lost 0, false 0, doubled 0;");
        assertThat(exit).isZero();
    }

    /** Standard error, so that who looks on sees how it goes; a copy, so that a failure tells why. */
    private static PrintStream shownAndKept(OutputStream copy) {
        var shown = new FileOutputStream(FileDescriptor.err);
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        shown.write(bytes, from, length);
                        copy.write(bytes, from, length);
                    }
                },
                true,
                UTF_8);
    }
}
