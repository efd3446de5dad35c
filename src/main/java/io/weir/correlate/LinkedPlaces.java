package io.weir.correlate;

import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.rule.Link;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where an event stands in the groups of the linked correlations: in that of its own process and, with {@code link: process-tree}, in that of
 * every ancestor that has a group ({@link Ownership}).
 */
final class LinkedPlaces {

    private final CorrelationPlan plan;
    private final Ownership ownership;

    LinkedPlaces(CorrelationPlan plan, Ownership ownership) {
        this.plan = plan;
        this.ownership = ownership;
    }

    /** The event's places, by group. */
    SortedMap<LinkedGroup, Placed> of(MatchedEvent event, Ancestry ancestry) {
        var places = new TreeMap<LinkedGroup, Placed>();
        var asking = plan.askingFor(event);
        if (asking.isEmpty() || ancestry.name().isEmpty()) {
            return places;
        }
        for (var correlation : asking) {
            if (correlation.isLinked()) {
                correlation.groups(event).forEach((values, share) -> {
                    var asked = new Asking(correlation, values, event, ancestry);
                    place(asked, share, places);
                });
            }
        }
        return places;
    }

    /** An event that a correlation asks for, and with which group-by values. */
    private record Asking(Correlation correlation, List<String> values, MatchedEvent event, Ancestry ancestry) {}

    private void place(Asking asking, Share share, SortedMap<LinkedGroup, Placed> places) {
        var correlation = asking.correlation;
        var processes = asking.ancestry.processes();
        put(asking, processes.get(0), 0, share, places);
        if (correlation.rule().link() == Link.PROCESS_TREE) {
            var below = share.only(correlation.roles().below());
            for (int up = 1; up < processes.size() && !below.steps().isEmpty(); up++) {
                put(asking, processes.get(up), up, below, places);
            }
        }
    }

    private void put(Asking asking, ProcessRef process, int up, Share share, SortedMap<LinkedGroup, Placed> places) {
        if (!share.steps().isEmpty() && ownership.has(process, asking.correlation)) {
            places.put(
                    new LinkedGroup(asking.correlation.meaning(), process.name(), asking.values),
                    placed(asking, up, share));
        }
    }

    /**
     * The event as the group of the ancestor {@code up} sees it: not before the starts, from that ancestor downward, that caused it.
     * The record number orders it no more where a start has moved it.
     */
    private static Placed placed(Asking asking, int up, Share share) {
        var event = asking.event.event();
        var cause = latestCause(event, asking.ancestry, up);
        boolean moved = cause.isKnown() && cause.micros() >= event.time().micros();
        return asking.correlation.place(
                event, asking.ancestry.name(), moved ? cause : event.time(), moved ? -1 : event.recordNumber(), share);
    }

    private static Stamp latestCause(EventFacts event, Ancestry ancestry, int up) {
        var latest = Stamp.NONE;
        int known = Math.min(up + 1, ancestry.starts().size());
        for (int i = 0; i < known; i++) {
            var start = ancestry.starts().get(i);
            if (isLater(start.time(), latest) && !start.identity().equals(event.identity())) {
                latest = start.time();
            }
        }
        return latest;
    }

    /** Of two that look equal the coarser is the later one, because it may be. */
    private static boolean isLater(Stamp one, Stamp other) {
        return one.micros() > other.micros()
                || (one.micros() == other.micros() && one.precisionMicros() > other.precisionMicros());
    }
}
