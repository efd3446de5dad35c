package io.weir.correlate;

import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.rule.Link;
import java.util.Comparator;
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
        if (!ancestry.name().isEmpty()) {
            plan.askingFor(event).stream()
                    .filter(Correlation::isLinked)
                    .forEach(correlation -> correlation
                            .groups(event)
                            .forEach((values, share) -> place(correlation, values, share, event, ancestry, places)));
        }
        return places;
    }

    private void place(
            Correlation correlation,
            List<String> values,
            Share share,
            MatchedEvent event,
            Ancestry ancestry,
            SortedMap<LinkedGroup, Placed> places) {
        var processes = ancestry.processes();
        put(correlation, processes.get(0), values, placed(correlation, event, ancestry, 0, share), places);
        if (correlation.rule().link() == Link.PROCESS_TREE) {
            var below = share.only(correlation.roles().below());
            for (int up = 1; up < processes.size(); up++) {
                put(correlation, processes.get(up), values, placed(correlation, event, ancestry, up, below), places);
            }
        }
    }

    private void put(
            Correlation correlation,
            ProcessRef process,
            List<String> values,
            Placed placed,
            SortedMap<LinkedGroup, Placed> places) {
        if (!placed.steps().isEmpty() && ownership.has(process, correlation)) {
            places.put(new LinkedGroup(correlation.meaning(), process.name(), values), placed);
        }
    }

    /**
     * The event as the group of the ancestor {@code up} sees it: not before the starts, from that ancestor downward, that caused it.
     * The record number orders it no more where a start has moved it.
     */
    private static Placed placed(
            Correlation correlation, MatchedEvent matched, Ancestry ancestry, int up, Share share) {
        var event = matched.event();
        var cause = latestCause(event, ancestry, up);
        boolean moved = cause.isKnown() && cause.micros() >= event.time().micros();
        return correlation.place(
                event, ancestry.name(), moved ? cause : event.time(), moved ? -1 : event.recordNumber(), share);
    }

    private static Stamp latestCause(EventFacts event, Ancestry ancestry, int up) {
        return ancestry.starts().stream()
                .limit(up + 1L)
                .filter(start -> !start.identity().equals(event.identity()))
                .map(EventFacts::time)
                .max(Comparator.comparingLong(Stamp::micros))
                .orElse(Stamp.NONE);
    }
}
