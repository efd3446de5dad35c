package io.weir.correlate;

import io.weir.event.Stamp;
import java.util.Comparator;
import java.util.List;

/**
 * An event's place in the history of one group.
 *
 * @param event the event's id
 * @param time when it counts as having happened: its event time; under a link not before the starts that caused it
 * @param source channel and host, within which record numbers order events
 * @param recordNumber within its source, or -1 where it does not order the event
 * @param process what the process that started or acted is called, or empty
 * @param start whether it is the start of that process
 * @param steps the steps of the correlation that it matches, counted from 0, rising
 * @param value what is counted or measured of it, or empty where the correlation looks at no field
 */
public record Placed(
        String event,
        Stamp time,
        String source,
        long recordNumber,
        String process,
        boolean start,
        List<Integer> steps,
        String value) {

    /** By {@link Position}. */
    static final Comparator<Placed> ORDER = Comparator.comparing(Placed::position);

    public Placed {
        steps = List.copyOf(steps);
    }

    Position position() {
        return new Position(time.micros(), event);
    }

    /**
     * Whether this came before the other, as a sequence asks it (design, "Time"): by time; where the times are equal at the coarser
     * precision of the two, a start comes before what its process did, record numbers decide within one source, and otherwise both orders count.
     */
    boolean precedes(Placed other) {
        if (event.equals(other.event)) {
            return false;
        }
        long unit = Math.max(time.precisionMicros(), other.time.precisionMicros());
        int byTime = Long.compare(Math.floorDiv(time.micros(), unit), Math.floorDiv(other.time.micros(), unit));
        return byTime != 0 ? byTime < 0 : precedesAtTheSameTime(other);
    }

    private boolean precedesAtTheSameTime(Placed other) {
        if (!process.isEmpty() && process.equals(other.process) && start != other.start) {
            return start;
        }
        if (recordNumber >= 0 && other.recordNumber >= 0 && source.equals(other.source)) {
            return recordNumber < other.recordNumber;
        }
        return true;
    }
}
