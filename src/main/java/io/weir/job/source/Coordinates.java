package io.weir.job.source;

/**
 * Where something stood in its source: a record of a topic, or a line of a file.
 *
 * @param place the topic, or the file as a URI or path
 * @param partition of the topic, or {@link #FILE}
 * @param number the offset in the partition, or the line counted from 1
 * @param index among the events of that record, or among its unreadable parts, counted from 0: a record may be an array
 */
public record Coordinates(String place, int partition, long number, int index) {

    /** The partition of what comes from a file. */
    public static final int FILE = -1;

    /** The first part of a record of a topic. */
    public static Coordinates ofRecord(String topic, int partition, long offset) {
        return new Coordinates(topic, partition, offset, 0);
    }

    /** The first part of a line of a file. */
    public static Coordinates ofLine(String file, long line) {
        return new Coordinates(file, FILE, line, 0);
    }

    /** The same record or line, another part of it. */
    public Coordinates at(int part) {
        return part == index ? this : new Coordinates(place, partition, number, part);
    }

    /** Whether this is a line of a file. */
    public boolean isLine() {
        return partition == FILE;
    }

    /** As people write it: {@code topic/partition/offset} or {@code file:line}. */
    @Override
    public String toString() {
        return isLine() ? place + ":" + number : place + "/" + partition + "/" + number;
    }
}
