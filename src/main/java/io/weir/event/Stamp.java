package io.weir.event;

import java.time.Instant;
import java.time.LocalDate;
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

    private static final long SECOND = 1_000_000;
    private static final long SECONDS_OF_DAY = 86_400;

    /** The seconds of the years from 0 to 9999, which have four digits and no sign: all but damaged ones. The formatter takes ten times as long for them. */
    private static final long FIRST_PLAIN = -62_167_219_200L;

    private static final long LAST_PLAIN = 253_402_300_799L;

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

    /** The time as ISO 8601 in UTC, with as many thirds of digits behind the point as it takes; only of a known time. */
    public String iso() {
        long second = Math.floorDiv(micros, SECOND);
        if (second < FIRST_PLAIN || second > LAST_PLAIN) {
            return DateTimeFormatter.ISO_INSTANT.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
        var day = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_DAY));
        int ofDay = (int) Math.floorMod(second, SECONDS_OF_DAY);
        var text = new StringBuilder(27);
        digits(day.getYear(), 4, text);
        digits(day.getMonthValue(), 2, text.append('-'));
        digits(day.getDayOfMonth(), 2, text.append('-'));
        digits(ofDay / 3_600, 2, text.append('T'));
        digits(ofDay / 60 % 60, 2, text.append(':'));
        digits(ofDay % 60, 2, text.append(':'));
        int fraction = (int) Math.floorMod(micros, SECOND);
        if (fraction % 1_000 != 0) {
            digits(fraction, 6, text.append('.'));
        } else if (fraction != 0) {
            digits(fraction / 1_000, 3, text.append('.'));
        }
        return text.append('Z').toString();
    }

    private static void digits(int number, int width, StringBuilder text) {
        var digits = Integer.toString(number);
        text.append("000000", 0, width - digits.length()).append(digits);
    }
}
