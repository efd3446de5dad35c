package io.weir.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A time as text, read.
 *
 * <p>Accepted: {@code 2026-01-02}, then {@code T} or a blank, {@code 03:04:05}, any number of fraction digits after a point or a
 * comma, and as zone {@code Z}, {@code UTC}, {@code +01:00}, {@code +0100} or none. All else is no time, and so is a time before
 * 1970: a clock that was never set.
 *
 * @param stamp with the zone that the text names; read as UTC where it names none; {@link Stamp#NONE} where the text is no time
 * @param zoned whether the text names a zone
 */
record TimeText(Stamp stamp, boolean zoned) {

    private static final TimeText NONE = new TimeText(Stamp.NONE, false);
    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final int LONGEST = 64;
    private static final int MICRO_DIGITS = 6;
    private static final long MICROS_A_SECOND = 1_000_000;

    /** Never throws. */
    static TimeText of(String text) {
        if (text.length() > LONGEST || !startsLikeATime(text)) {
            return NONE;
        }
        try {
            return read(text);
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** The stamp, if the text names its zone. */
    Stamp zonedStamp() {
        return zoned ? stamp : Stamp.NONE;
    }

    /** The stamp read as UTC, if the text names no zone. */
    Stamp zonelessStamp() {
        return zoned ? Stamp.NONE : stamp;
    }

    private static boolean startsLikeATime(String text) {
        if (text.length() < SECONDS.length()) {
            return false;
        }
        for (var i = 0; i < SECONDS.length(); i++) {
            if (!fits(text.charAt(i), SECONDS.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char found, char wanted) {
        return switch (wanted) {
            case '0' -> isDigit(found);
            case 'T' -> found == 'T' || found == ' ';
            default -> found == wanted;
        };
    }

    private static TimeText read(String text) {
        var fractionEnd = fractionEnd(text);
        var digits = Math.max(0, Math.min(MICRO_DIGITS, fractionEnd - SECONDS.length() - 1));
        var unit = unitMicros(digits);
        var fraction = digits == 0 ? 0 : number(text, SECONDS.length() + 1, digits) * unit;
        var zone = zone(text, fractionEnd);
        var micros = (localSeconds(text) - offsetSeconds(zone)) * MICROS_A_SECOND + fraction;
        return micros < 0 ? NONE : new TimeText(new Stamp(micros, unit), !zone.isEmpty());
    }

    /** Most texts end with a {@code Z}, which need not be cut out. */
    private static String zone(String text, int from) {
        if (from == text.length()) {
            return "";
        }
        return from == text.length() - 1 && text.charAt(from) == 'Z'
                ? "Z"
                : text.substring(from).strip();
    }

    // The hour is not left to LocalTime: no object remains, where each event has two or three such texts.
    private static long localSeconds(String text) {
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (hour >= 24 || minute >= 60 || second >= 60) {
            throw new DateTimeException("no time of day");
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
                .toEpochDay();
        return ((day * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static long offsetSeconds(String zone) {
        return switch (zone) {
            case "", "Z", "UTC" -> 0;
            default -> ZoneOffset.of(zone).getTotalSeconds();
        };
    }

    private static int fractionEnd(String text) {
        var end = SECONDS.length();
        if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static long unitMicros(int digits) {
        var unit = MICROS_A_SECOND;
        for (var i = 0; i < digits; i++) {
            unit /= 10;
        }
        return unit;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
