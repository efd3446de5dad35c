package io.weir.incident;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far an incident reaches.
 *
 * @param treeGap how long after the last alert of a process tree a further one is still part of it
 * @param sessionGap the same of a logon session, and of all else that ties
 * @param mostAlerts how many alerts one incident takes; what goes on after that opens another, and both are flagged
 */
public record IncidentBounds(Duration treeGap, Duration sessionGap, int mostAlerts) implements Serializable {

    /** What holds where nothing else is said. */
    public static final IncidentBounds DEFAULT =
            new IncidentBounds(Duration.ofHours(24), Duration.ofMinutes(30), 1_000);

    public IncidentBounds {
        if (treeGap.isNegative() || sessionGap.isNegative()) {
            throw new IllegalArgumentException("a gap is not negative, found " + treeGap + " and " + sessionGap);
        }
        if (mostAlerts < 1) {
            throw new IllegalArgumentException("an incident takes at least one alert, found " + mostAlerts);
        }
    }

    long gapMicros(Tie.Bond bond) {
        return switch (bond) {
            case TREE -> micros(treeGap);
            case SESSION -> micros(sessionGap);
        };
    }

    long longestGapMicros() {
        return Math.max(micros(treeGap), micros(sessionGap));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
