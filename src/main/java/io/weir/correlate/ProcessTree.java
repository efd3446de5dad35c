package io.weir.correlate;

import io.weir.alert.Lineage.End;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who started whom on one host, by ProcessGuid: a view over the host's memory. */
final class ProcessTree {

    /** No lineage is followed further up than this. */
    static final int DEEPEST = 64;

    /** No more processes than these are looked through below one. */
    static final int WIDEST = 10_000;

    private static final Comparator<EventFacts> CANONICAL = Comparator.<EventFacts>comparingLong(
                    event -> event.time().micros())
            .thenComparing(event -> event.identity().id());

    private final HostMemory memory;
    private final long horizon;

    /** @param horizon how far from an event the start of its process or of an ancestor may lie, in microseconds */
    ProcessTree(HostMemory memory, long horizon) {
        this.memory = memory;
        this.horizon = horizon;
    }

    /**
     * The event that tells of the start of the process, seen from a point in event time; where several do, the earliest.
     *
     * @param micros starts further from here than the horizon are not seen
     */
    Optional<EventFacts> start(String guid, long micros) {
        return memory.process(guid).stream()
                .flatMap(node -> node.starts().stream())
                .flatMap(id -> memory.event(id).stream())
                .map(MatchedEvent::event)
                .filter(start -> Math.abs(start.time().micros() - micros) <= horizon)
                .min(CANONICAL);
    }

    /** The ids of the matched events of a process and of all that descend from it, sorted. */
    Set<String> matchedEventsBelow(String guid) {
        var events = new TreeSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>(List.of(guid));
        while (!open.isEmpty() && seen.size() < WIDEST) {
            var next = open.removeFirst();
            if (seen.add(next)) {
                buckets(next).forEach(bucket -> {
                    events.addAll(bucket.events());
                    open.addAll(bucket.children());
                });
            }
        }
        return events;
    }

    private Stream<ProcessBucket> buckets(String guid) {
        return memory.process(guid).stream()
                .flatMap(node -> node.buckets().stream())
                .flatMap(index -> memory.processBucket(guid, index).stream());
    }

    /** The starts from the process of an event upward: its own, its parent's, and so on, as far as they are known. */
    Ancestry ancestry(EventFacts event) {
        var starts = new ArrayList<EventFacts>();
        var seen = new HashSet<String>();
        var guid = event.process().guid();
        while (!guid.isEmpty()) {
            if (!seen.add(guid) || starts.size() >= DEEPEST) {
                return new Ancestry(starts, guid, End.BOUND);
            }
            var start = start(guid, event.time().micros());
            if (start.isEmpty()) {
                return new Ancestry(starts, guid, End.MISSING);
            }
            starts.add(start.get());
            guid = start.get().process().parentGuid();
        }
        return new Ancestry(starts, "", End.ROOT);
    }
}
