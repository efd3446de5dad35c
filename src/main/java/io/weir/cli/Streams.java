package io.weir.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err what went wrong, and counts
 */
public record Streams(OutputStream out, PrintStream err) {

    /** Says one line on {@link #err}. */
    public void say(String line) {
        err.println("weir: " + line);
    }

    /** Writes one line of what was asked for. */
    public void print(String line) {
        try (var output = new Output(out)) {
            output.line(line);
        }
    }
}
