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

    /** Whether it begins with that sign, where there is no byte order mark before it. */
    boolean begins(char sign) {
        int from = from();
        return bytes.length > from && bytes[from] == sign;
    }

    /** Whether it is that sign and nothing else. */
    boolean is(char sign) {
        int length = bytes.length - from() - (bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? 1 : 0);
        return length == 1 && begins(sign);
    }

    private int from() {
        boolean isMarked = first == 1
                && bytes.length > 2
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return isMarked ? 3 : 0;
    }

    /** Whether the last sign in it, blanks aside, is that one. */
    boolean ends(char sign) {
        int last = bytes.length - 1;
        while (last >= 0 && (bytes[last] == ' ' || bytes[last] == '\t' || bytes[last] == '\r')) {
            last--;
        }
        return last >= 0 && bytes[last] == sign;
    }
}
