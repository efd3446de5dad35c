package io.weir.bench.engine;

import io.weir.job.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of the child processes that have ended, as Linux counts it for their parent. */
final class ChildTime {

    private static final Path STAT = Path.of("/proc/self/stat");

    /** Linux tells all user space that a second has so many ticks. */
    private static final long NANOS_A_TICK = 1_000_000_000L / 100;

    /** Behind the name of the program, which is in parentheses and may hold anything. */
    private static final int USER = 13;

    private static final int SYSTEM = 14;

    private ChildTime() {}

    /** CPU time, user's and system's, of all children that have ended so far. */
    static long nanos() {
        try {
            return nanos(Files.readString(STAT));
        } catch (IOException e) {
            throw new UserError("--rsigma: its CPU time is read from " + STAT + ", which only Linux has", e);
        }
    }

    static long nanos(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * NANOS_A_TICK;
    }
}
