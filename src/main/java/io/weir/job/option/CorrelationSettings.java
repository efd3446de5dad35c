package io.weir.job.option;

import io.weir.correlate.Emission;
import io.weir.correlate.StateBounds;
import io.weir.incident.IncidentBounds;
import io.weir.job.UserError;

/**
 * How correlations are run.
 *
 * @param stages how many operators there are for them, one behind the other: so long may a chain be
 * @param emission when alerts are told
 * @param bounds how many entries their states have
 * @param incidents how far incidents reach
 */
public record CorrelationSettings(int stages, Emission emission, StateBounds bounds, IncidentBounds incidents) {

    private static final int MOST_STAGES = 20;

    public CorrelationSettings {
        if (stages < 1 || stages > MOST_STAGES) {
            throw new UserError("--correlation-stages is 1 to " + MOST_STAGES + ", found " + stages);
        }
    }
}
