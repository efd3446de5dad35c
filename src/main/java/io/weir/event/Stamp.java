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

    private static final String TEMPLATE = "0000-00-00T00:00:00.000000Z";
    private static final int WITHOUT_FRACTION = 19;

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
        int fraction = (int) Math.floorMod(micros, SECOND);
        var text = TEMPLATE.toCharArray();
        digits(day.getYear(), 4, text, 0);
        digits(day.getMonthValue(), 2, text, 5);
        digits(day.getDayOfMonth(), 2, text, 8);
        digits(ofDay / 3_600, 2, text, 11);
        digits(ofDay / 60 % 60, 2, text, 14);
        digits(ofDay % 60, 2, text, 17);
        int end = WITHOUT_FRACTION;
        if (fraction % 1_000 != 0) {
            digits(fraction, 6, text, end + 1);
            end += 7;
        } else if (fraction != 0) {
            digits(fraction / 1_000, 3, text, end + 1);
            end += 4;
        }
        text[end] = 'Z';
        return new String(text, 0, end + 1);
    }

    private static void digits(int number, int width, char[] text, int from) {
        int left = number;
        for (int at = from + width - 1; at >= from; at--) {
            text[at] = (char) ('0' + left % 10);
            left /= 10;
        }
    }
}
