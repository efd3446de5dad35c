package io.weir.event;

import java.util.regex.Pattern;

/** A time that Splunk writes: seconds since the epoch with a fraction, or what {@link TimeText} reads. */
final class EpochText {

    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,11})(?:\\.([0-9]{1,9}))?");
    private static final int MICRO_DIGITS = 6;
    private static final long MICROS_A_SECOND = 1_000_000;

    private EpochText() {}

    /** The time of that text, or none. */
    static EventTime time(String text) {
        var stamp = stamp(text);
        return stamp.isKnown() ? new EventTime(text, stamp, Stamp.NONE) : EventTime.utc(text, Stamp.NONE);
    }

    private static Stamp stamp(String text) {
        var seconds = SECONDS.matcher(text);
        if (!seconds.matches()) {
            return Stamp.NONE;
        }
        var fraction = seconds.group(2) == null ? "" : seconds.group(2);
        var digits = Math.min(MICRO_DIGITS, fraction.length());
        var unit = MICROS_A_SECOND;
        for (var i = 0; i < digits; i++) {
            unit /= 10;
        }
        var micros = digits == 0 ? 0 : Long.parseLong(fraction.substring(0, digits)) * unit;
        return new Stamp(Long.parseLong(seconds.group(1)) * MICROS_A_SECOND + micros, unit);
    }
}
