package io.weir.job.metrics;

/**
 * Ports to try, both ends included.
 *
 * @param first from 0, which is any
 * @param last not before the first
 */
record PortChoice(int first, int last) {

    private static final int HIGHEST = 65_535;

    PortChoice {
        if (first < 0 || last < first || last > HIGHEST) {
            throw new IllegalArgumentException("ports are like 9250 or 9250-9299, found " + first + "-" + last);
        }
    }

    static PortChoice of(String text) {
        var ends = text.strip().split("-", 2);
        try {
            return new PortChoice(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[ends.length - 1].strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ports are like 9250 or 9250-9299, found " + text, e);
        }
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
