package io.weir.correlate;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far back correlation looks, in event time, how much it keeps, and when it tells what it finds.
 *
 * @param lateness how far behind the watermark an event may come and still correlate
 * @param lineage how far before an event the start of its process or of an ancestor may lie
 * @param emission when alerts are told of
 * @param bounds how much is kept
 */
public record Horizons(Duration lateness, Duration lineage, Emission emission, StateBounds bounds)
        implements Serializable {

    /** How far ahead of its arrival an event may be stamped and still correlate (design, "Time"). */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    public Horizons {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("lateness must not be negative, found " + lateness);
        }
        if (lineage.isNegative()) {
            throw new IllegalArgumentException("lineage horizon must not be negative, found " + lineage);
        }
    }

    /** Horizons of a correlation that keeps as much as where nothing else is said. */
    public Horizons(Duration lateness, Duration lineage, Emission emission) {
        this(lateness, lineage, emission, StateBounds.DEFAULT);
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
