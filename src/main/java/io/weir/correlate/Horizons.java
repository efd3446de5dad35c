package io.weir.correlate;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far back correlation looks, in event time.
 *
 * @param lateness how far behind the watermark an event may come and still correlate
 * @param lineage how far before an event the start of its process or of an ancestor may lie
 */
public record Horizons(Duration lateness, Duration lineage) implements Serializable {

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
