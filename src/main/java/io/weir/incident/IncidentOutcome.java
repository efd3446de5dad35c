package io.weir.incident;

import io.weir.alert.AlertChange;
import java.util.List;

/**
 * What follows from a change of a host's alerts.
 *
 * @param changes of the incidents that stand
 * @param opened how many stand now that did not
 * @param boundsReached how often a bound kept alerts apart that belong together
 */
public record IncidentOutcome(List<AlertChange> changes, int opened, int boundsReached) {

    static final IncidentOutcome NOTHING = new IncidentOutcome(List.of(), 0, 0);

    public IncidentOutcome {
        changes = List.copyOf(changes);
    }
}
