package io.weir.job.source;

/**
 * A line of a file, without its end.
 *
 * @param number counted from 1
 * @param bytes of the line; of one that is not whole, the first of them
 * @param problem why the line is not whole, or empty
 */
record Line(long number, byte[] bytes, String problem) {

    boolean isWhole() {
        return problem.isEmpty();
    }

    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
