package io.weir.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err what went wrong, and counts
 */
record Streams(OutputStream out, PrintStream err) {

    /** Says one line on {@link #err}. */
    void say(String line) {
        err.println("weir: " + line);
    }
}
