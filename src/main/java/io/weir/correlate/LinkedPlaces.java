package io.weir.correlate;

import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.rule.CorrelationRule;
import io.weir.rule.Link;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where an event stands in the groups of the linked correlations: in that of its own process and, with {@code link: process-tree}, in that of
 * every ancestor which matches the first step.
 */
final class LinkedPlaces {

    private final CorrelationPlan plan;
    private final HostMemory memory;

    LinkedPlaces(CorrelationPlan plan, HostMemory memory) {
        this.plan = plan;
        this.memory = memory;
    }

    /** The event's places, by group. */
    SortedMap<LinkedGroup, Placed> of(MatchedEvent event, Ancestry ancestry) {
        var places = new TreeMap<LinkedGroup, Placed>();
        if (!event.event().process().guid().isEmpty()) {
            plan.askingFor(event).stream()
                    .filter(rule -> rule.link() != Link.NONE)
                    .forEach(rule -> CorrelationPlan.groupValues(rule, event)
                            .ifPresent(values -> place(rule, values, event, ancestry, places)));
        }
        return places;
    }

    private void place(
            CorrelationRule rule,
            List<String> values,
            MatchedEvent event,
            Ancestry ancestry,
            SortedMap<LinkedGroup, Placed> places) {
        var own = event.event().process().guid();
        var steps = CorrelationPlan.steps(rule, event);
        put(rule, own, values, placed(event, ancestry, 0, steps), places);
        if (rule.link() == Link.PROCESS_TREE) {
            var later = steps.stream().filter(step -> step > 0).toList();
            var processes = ancestry.processes();
            for (int up = 1; up < processes.size(); up++) {
                put(rule, processes.get(up), values, placed(event, ancestry, up, later), places);
            }
        }
    }

    private void put(
            CorrelationRule rule,
            String process,
            List<String> values,
            Placed placed,
            SortedMap<LinkedGroup, Placed> places) {
        var meaning = plan.meaning(rule);
        if (!placed.steps().isEmpty() && matchesTheFirstStep(process, meaning)) {
            places.put(new LinkedGroup(meaning, process, values), placed);
        }
    }

    private boolean matchesTheFirstStep(String process, String meaning) {
        return memory.process(process).orElse(ProcessNode.EMPTY).firstSteps().containsKey(meaning);
    }

    /**
     * The event as the group of the ancestor {@code up} sees it: not before the starts, from that ancestor downward, that caused it.
     * The record number orders it no more where a start has moved it.
     */
    private static Placed placed(MatchedEvent matched, Ancestry ancestry, int up, List<Integer> steps) {
        var event = matched.event();
        var cause = latestCause(event, ancestry, up);
        boolean moved = cause.isKnown() && cause.micros() >= event.time().micros();
        return new Placed(
                event.identity().id(),
                moved ? cause : event.time(),
                event.channel() + '\0' + event.host().name(),
                moved ? -1 : event.recordNumber(),
                event.process().guid(),
                event.process().life() == Life.START,
                steps);
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
