package io.weir.correlate;

/**
 * Where an event stands in the order of its group, which does not depend on arrival: by time, then by id.
 *
 * @param micros when it counts as having happened
 * @param event its id; empty for the place before all events of that time
 */
public record Position(long micros, String event) implements Comparable<Position> {

    /** Before all events of that time. */
    static Position before(long micros) {
        return new Position(micros, "");
    }

    @Override
    public int compareTo(Position other) {
        int byTime = Long.compare(micros, other.micros);
        return byTime != 0 ? byTime : event.compareTo(other.event);
    }
}
