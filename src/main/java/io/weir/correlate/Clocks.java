package io.weir.correlate;

import io.weir.event.Stamp;
import io.weir.match.EventFacts;

/** Compares the times of two events as far as they can be told apart: at the coarser precision of the two. */
final class Clocks {

    private Clocks() {}

    /**
     * Which of two events came first: negative for the one, positive for the other, 0 where it can't be told. Where the times are equal the record number
     * tells, if they are from one channel.
     */
    static int order(EventFacts one, EventFacts other) {
        long unit = unit(one.time(), other.time());
        int byTime = Long.compare(
                Math.floorDiv(one.time().micros(), unit),
                Math.floorDiv(other.time().micros(), unit));
        boolean numbered = one.recordNumber() >= 0 && other.recordNumber() >= 0;
        if (byTime == 0 && numbered && one.channel().equals(other.channel())) {
            return Long.compare(one.recordNumber(), other.recordNumber());
        }
        return byTime;
    }

    /** How far apart two events are, in microseconds. */
    static long apart(EventFacts one, EventFacts other) {
        long unit = unit(one.time(), other.time());
        return unit
                * Math.abs(Math.floorDiv(one.time().micros(), unit)
                        - Math.floorDiv(other.time().micros(), unit));
    }

    private static long unit(Stamp one, Stamp other) {
        return Math.max(one.precisionMicros(), other.precisionMicros());
    }
}
