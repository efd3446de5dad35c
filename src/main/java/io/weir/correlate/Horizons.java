package io.weir.correlate;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far back correlation looks, in event time, and when it tells what it finds.
 *
 * @param lateness how far behind the watermark an event may come and still correlate
 * @param lineage how far before an event the start of its process or of an ancestor may lie
 * @param emission when alerts are told of
 */
public record Horizons(Duration lateness, Duration lineage, Emission emission) implements Serializable {

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
