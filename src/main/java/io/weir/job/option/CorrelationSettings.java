package io.weir.job.option;

import io.weir.correlate.Emission;
import io.weir.incident.IncidentBounds;
import io.weir.job.UserError;

/**
 * How correlations are run.
 *
 * @param stages how many operators there are for them, one behind the other: so long may a chain be
 * @param emission when alerts are told
 * @param groupEvents how many events of a group are kept, for each timespan
 * @param incidents how far incidents reach
 */
public record CorrelationSettings(int stages, Emission emission, int groupEvents, IncidentBounds incidents) {

    private static final int MOST_GROUP_EVENTS = 1_000_000;
    private static final int MOST_STAGES = 20;

    public CorrelationSettings {
        if (groupEvents < 1 || groupEvents > MOST_GROUP_EVENTS) {
            throw new UserError("--group-events is 1 to " + MOST_GROUP_EVENTS + ", found " + groupEvents);
        }
        if (stages < 1 || stages > MOST_STAGES) {
            throw new UserError("--correlation-stages is 1 to " + MOST_STAGES + ", found " + stages);
        }
    }
}
