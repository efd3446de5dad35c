package io.weir.incident;

import io.weir.alert.AlertChange;
import java.io.Serializable;
import java.util.Optional;

/**
 * The incidents of hosts, as their alerts come and go.
 *
 * @param bounds how far each reaches
 * @param reach how far behind the watermark an alert may still come, change or go, in microseconds of event time
 */
public record Incidents(IncidentBounds bounds, long reach) implements Serializable {

    /**
     * Takes in a change.
     *
     * @param memory of the member's host
     * @param watermark in microseconds; {@link Long#MIN_VALUE} before the first
     */
    public IncidentOutcome observe(IncidentMember member, IncidentMemory memory, long watermark) {
        return new IncidentChange(bounds, keep(), memory, watermark).observe(member);
    }

    /** Tells what has waited. */
    public Optional<AlertChange> tell(long number, IncidentMemory memory) {
        return memory.incident(number).filter(Incident::waits).map(incident -> {
            memory.putIncident(number, incident.waiting(false));
            return IncidentChange.told(incident, memory);
        });
    }

    /**
     * Forgets an incident that nothing can be added to any more; no incident that stands changes by it.
     *
     * @param watermark in microseconds
     */
    public void forget(long number, IncidentMemory memory, long watermark) {
        memory.incident(number).ifPresent(incident -> {
            long due = incident.last() + keep();
            if (due > watermark) {
                memory.remindAfter(due, number);
            } else {
                new Roster(bounds, memory).forget(number, incident);
            }
        });
    }

    /** How long after its last event an incident is kept. */
    private long keep() {
        return reach + bounds.longestGapMicros();
    }
}
