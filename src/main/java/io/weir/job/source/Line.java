package io.weir.job.source;

/**
 * A line of a file, without its end, or the lines of one record.
 *
 * @param first the number of its first line, counted from 1
 * @param number of its last line
 * @param bytes of the line; of one that is not whole, the first of them
 * @param problem why the line is not whole, or empty
 */
public record Line(long first, long number, byte[] bytes, String problem) {

    Line(long number, byte[] bytes, String problem) {
        this(number, number, bytes, problem);
    }

    /** Whether all of it is there. */
    public boolean isWhole() {
        return problem.isEmpty();
    }

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an opening bracket and nothing else. */
    boolean opens() {
        return (bytes.length == 1 || (bytes.length == 2 && bytes[1] == '\r')) && (bytes[0] == '{' || bytes[0] == '[');
    }
}
