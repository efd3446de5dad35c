package io.weir.bench.engine;

import java.util.List;
import java.util.Optional;

/**
 * What one pass cost, or the median of several.
 *
 * @param engine as the table has it
 * @param rules how many it ran
 * @param events how many it went through
 * @param nanos CPU time of the thread that did
 * @param bytes allocated; negative where that is not known
 * @param matches found; negative where that is not known
 */
record Sample(String engine, int rules, long events, long nanos, long bytes, long matches) {

    private static final String MARK = "sample";

    /** A line that {@link #parse} reads. */
    String line() {
        return String.join(
                "\t",
                MARK,
                engine,
                String.valueOf(rules),
                String.valueOf(events),
                String.valueOf(nanos),
                String.valueOf(bytes),
                String.valueOf(matches));
    }

    /** The sample that a line holds, or none where it is another line. */
    static Optional<Sample> parse(String line) {
        var parts = List.of(line.split("\t", -1));
        if (!parts.get(0).equals(MARK)) {
            return Optional.empty();
        }
        return Optional.of(new Sample(
                parts.get(1),
                Integer.parseInt(parts.get(2)),
                Long.parseLong(parts.get(3)),
                Long.parseLong(parts.get(4)),
                Long.parseLong(parts.get(5)),
                Long.parseLong(parts.get(6))));
    }

    double micros() {
        return nanos / 1e3 / events;
    }
}
