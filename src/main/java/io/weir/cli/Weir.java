package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The main class of the {@code weir} command. */
public final class Weir {

    private Weir() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        var streams = new Streams(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
        System.exit(WeirCommand.run(streams, args));
    }
}
