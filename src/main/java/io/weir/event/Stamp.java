package io.weir.event;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A point in time and how finely it was written down.
 *
 * @param micros microseconds since the epoch, UTC
 * @param precisionMicros the unit of its source in microseconds: 1,000,000 for a time to the second
 */
public record Stamp(long micros, long precisionMicros) {

    /** No time is known. */
    public static final Stamp NONE = new Stamp(Long.MIN_VALUE, 1);

    private static final DateTimeFormatter MICROS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    public Stamp {
        if (precisionMicros < 1) {
            throw new IllegalArgumentException("precision must be at least a microsecond, found " + precisionMicros);
        }
    }

    /** A time of millisecond precision, as Kafka stamps its records. */
    public static Stamp ofMillis(long millis) {
        return new Stamp(Math.multiplyExact(millis, 1_000L), 1_000);
    }

    /** Whether a time is known. */
    public boolean isKnown() {
        return micros != NONE.micros;
    }

    /** The time as ISO 8601 in UTC with six digits behind the point; only of a known time. */
    String isoMicros() {
        return MICROS.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** The time as ISO 8601 in UTC; only of a known time. */
    public String iso() {
        return DateTimeFormatter.ISO_INSTANT.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
