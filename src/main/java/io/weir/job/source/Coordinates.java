package io.weir.job.source;

/**
 * Where something stood in its source: a record of a topic, a line of a file, or a version of the rules.
 *
 * @param place the topic, or the file as a URI or path
 * @param partition of the topic, or {@link #FILE}, or {@link #RULES}
 * @param number the offset in the partition, or the line counted from 1
 * @param index among the events of that record, or among its unreadable parts, counted from 0: a record may be an array
 */
public record Coordinates(String place, int partition, long number, int index) {

    /** The partition of what comes from a file. */
    public static final int FILE = -1;

    /** The partition of what is a version of the rules, which is one whole. */
    public static final int RULES = -2;

    /** The first part of a record of a topic. */
    public static Coordinates ofRecord(String topic, int partition, long offset) {
        return new Coordinates(topic, partition, offset, 0);
    }

    /** The first part of a line of a file. */
    public static Coordinates ofLine(String file, long line) {
        return new Coordinates(file, FILE, line, 0);
    }

    /** A version of the rules, in the file that has it. */
    public static Coordinates ofRules(String file) {
        return new Coordinates(file, RULES, 0, 0);
    }

    /** The same record or line, another part of it. */
    public Coordinates at(int part) {
        return part == index ? this : new Coordinates(place, partition, number, part);
    }

    /** Whether this is a line of a file. */
    public boolean isLine() {
        return partition == FILE;
    }

    /** Whether this is a version of the rules. */
    public boolean isRules() {
        return partition == RULES;
    }

    /** As people write it: {@code topic/partition/offset}, {@code file:line}, or the file alone. */
    @Override
    public String toString() {
        if (isRules()) {
            return place;
        }
        return isLine() ? place + ":" + number : place + "/" + partition + "/" + number;
    }
}
