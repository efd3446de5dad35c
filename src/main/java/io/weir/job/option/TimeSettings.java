package io.weir.job.option;

import io.weir.job.UserError;
import java.io.Serializable;
import java.time.Duration;

/**
 * How long Weir waits and remembers, in event time but for {@code idle} (design, "Time").
 *
 * @param lateness how far behind the watermark an event still corrects what stands
 * @param lineageHorizon how far back who started whom is known
 * @param disorder how far events of one partition may lie apart from their order
 * @param idle after how long without a record, by the wall clock, a partition no longer holds the others
 * @param align how far one partition may be ahead of the others, or zero for as far as it gets
 */
public record TimeSettings(Duration lateness, Duration lineageHorizon, Duration disorder, Duration idle, Duration align)
        implements Serializable {

    private static final Duration LONGEST = Duration.ofDays(3_650);

    public TimeSettings {
        requireWithin("--lateness", lateness);
        requireWithin("--lineage-horizon", lineageHorizon);
        requireWithin("--disorder", disorder);
        requireWithin("--idle", idle);
        requireWithin("--align", align);
        if (idle.isZero()) {
            throw new UserError("--idle 0s would hold no partition at all; write at least 1s");
        }
    }

    static void requireWithin(String option, Duration duration) {
        if (duration.compareTo(LONGEST) > 0) {
            throw new UserError(option + " is at most 3650d, found " + duration.toDays() + "d");
        }
    }
}
