package io.weir.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Stretches of time as people say them: {@code 12 s}, {@code 15 min 12 s}, {@code 1 d 2 h}. */
final class Stretch {

    private Stretch() {}

    /** The two greatest units of it; below a minute in milliseconds, and below one of them in microseconds. */
    static String of(long micros) {
        var duration = Duration.of(micros, ChronoUnit.MICROS);
        if (micros > 0 && micros < 1_000) {
            return micros + " µs";
        }
        if (duration.toDays() > 0) {
            return two(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toMillis() % 1_000 == 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1_000.0);
    }

    private static String two(long great, String unit, int small, String smallUnit) {
        return small == 0 ? great + " " + unit : great + " " + unit + " " + small + " " + smallUnit;
    }
}
