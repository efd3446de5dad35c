package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.incident.IncidentMember;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What follows from one event on its host.
 *
 * @param fate what became of the event
 * @param changes of the alerts that stand
 * @param groupMatches on their way to the groups of correlations that are not linked
 * @param members what the changes are to the host's incidents
 * @param processBounds how often a bound of what is known of processes cut something off
 * @param boundsByRule how often a bound of a linked group did, by the id of its correlation
 * @param numbersMissing how many correlations found no number in the event where there should be one
 */
public record HostOutcome(
        Fate fate,
        List<AlertChange> changes,
        List<GroupMatch> groupMatches,
        List<IncidentMember> members,
        int processBounds,
        SortedMap<String, Integer> boundsByRule,
        int numbersMissing) {

    public HostOutcome {
        changes = List.copyOf(changes);
        groupMatches = List.copyOf(groupMatches);
        members = List.copyOf(members);
        boundsByRule = boundsByRule.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(boundsByRule));
    }

    static HostOutcome of(Fate fate, List<AlertChange> changes) {
        return new HostOutcome(fate, changes, List.of(), List.of(), 0, Collections.emptySortedMap(), 0);
    }

    /** How often any bound of the state cut something off. */
    public int boundsReached() {
        int reached = processBounds;
        for (int number : boundsByRule.values()) {
            reached += number;
        }
        return reached;
    }

    /** What became of an event. */
    public enum Fate {
        /** It correlates. */
        CORRELATED,
        /** It, or a copy that counts in its place, was there before: nothing changes. */
        DUPLICATE,
        /** It came later than the lateness allows: it makes its single-rule alerts and is forgotten. */
        LATE,
        /** It is stamped further ahead of its arrival than a clock may be: it makes its single-rule alerts and never correlates. */
        QUARANTINED,
        /** It has no time: it makes its single-rule alerts and never correlates. */
        TIMELESS,
        /** It tells of a process's life in a way that changes nothing here. */
        IDLE
    }
}
