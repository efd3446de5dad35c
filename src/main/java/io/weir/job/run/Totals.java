package io.weir.job.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a job has counted so far.
 *
 * @param sums of every tally
 * @param runtime how long it has run
 */
public record Totals(Map<Tally, Long> sums, Duration runtime) {

    public Totals {
        sums = new EnumMap<>(sums);
    }

    static Totals of(Map<String, Object> accumulators, Duration runtime) {
        var sums = new EnumMap<Tally, Long>(Tally.class);
        for (var tally : Tally.values()) {
            sums.put(tally, tally.of(accumulators));
        }
        return new Totals(sums, runtime);
    }

    /** One line for people: {@code 12,345 events, 0 dead letters, 3 alerts in 4.2 s}; what never came is left out, but for those three. */
    public String line() {
        return sums.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0 || isAlwaysSaid(entry.getKey()))
                        .map(entry -> entry.getKey().said(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + String.format(Locale.ROOT, " in %.1f s", runtime.toMillis() / 1_000.0);
    }

    private static boolean isAlwaysSaid(Tally tally) {
        return tally == Tally.EVENTS || tally == Tally.DEAD_LETTERS || tally == Tally.ALERTS;
    }
}
