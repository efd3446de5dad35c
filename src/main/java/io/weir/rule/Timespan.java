package io.weir.rule;

import java.time.Duration;

/**
 * How far apart the events of a correlation may lie (Sigma correlation rules specification, "Time Selection").
 *
 * @param duration longer than zero, at most 3,650 days
 */
public record Timespan(Duration duration) {

    private static final Duration LONGEST = Duration.ofDays(3650);

    public Timespan {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "timespan must be positive and at most " + LONGEST + ", found " + duration);
        }
    }

    /** The timespan in microseconds, the unit of event time. */
    public long micros() {
        return duration.toNanos() / 1_000;
    }
}
