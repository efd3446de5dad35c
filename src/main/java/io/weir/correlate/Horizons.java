package io.weir.correlate;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far back correlation looks, in event time, how much it keeps of a group, and when it tells what it finds.
 *
 * @param lateness how far behind the watermark an event may come and still correlate
 * @param lineage how far before an event the start of its process or of an ancestor may lie
 * @param emission when alerts are told of
 * @param groupEvents how many events of one group are kept in one bucket of its history, which is as wide as its timespan; further ones are dropped,
 *     counted, and flagged on the alerts
 */
public record Horizons(Duration lateness, Duration lineage, Emission emission, int groupEvents)
        implements Serializable {

    /** How many events of a group are kept where nothing else is said. */
    public static final int GROUP_EVENTS = 10_000;

    /** How far ahead of its arrival an event may be stamped and still correlate (design, "Time"). */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    public Horizons {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("lateness must not be negative, found " + lateness);
        }
        if (lineage.isNegative()) {
            throw new IllegalArgumentException("lineage horizon must not be negative, found " + lineage);
        }
        if (groupEvents < 1) {
            throw new IllegalArgumentException("a group keeps at least one event, found " + groupEvents);
        }
    }

    /** Horizons of a correlation that keeps as many events of a group as where nothing else is said. */
    public Horizons(Duration lateness, Duration lineage, Emission emission) {
        this(lateness, lineage, emission, GROUP_EVENTS);
    }

    /** Horizons of a correlation that tells alerts as early as it can. */
    public Horizons(Duration lateness, Duration lineage) {
        this(lateness, lineage, Emission.EARLY);
    }

    long latenessMicros() {
        return micros(lateness);
    }

    long lineageMicros() {
        return micros(lineage);
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
