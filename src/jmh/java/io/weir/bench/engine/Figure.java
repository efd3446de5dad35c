package io.weir.bench.engine;

import java.util.Optional;

/**
 * Something measured that is not by event.
 *
 * @param name as the table has it, with its unit
 */
record Figure(String name, double value) {

    private static final String MARK = "figure";

    /** A line that {@link #parse} reads. */
    String line() {
        return MARK + '\t' + name + '\t' + value;
    }

    /** The figure that a line holds, or none where it is another line. */
    static Optional<Figure> parse(String line) {
        var parts = line.split("\t", -1);
        return parts[0].equals(MARK)
                ? Optional.of(new Figure(parts[1], Double.parseDouble(parts[2])))
                : Optional.empty();
    }
}
