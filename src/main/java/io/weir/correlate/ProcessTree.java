package io.weir.correlate;

import io.weir.alert.Lineage.End;
import io.weir.match.EventFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Who started whom on one host, by ProcessGuid, else by process id and time: a view over the host's memory. */
final class ProcessTree {

    /** No lineage is followed further up than this. */
    static final int DEEPEST = 64;

    /** Idle and System: no log tells that they start. */
    private static final Set<String> KERNEL = Set.of("0", "4");

    private final HostReader reader;
    private final LifeSpans lives;
    private final long horizon;
    private final Asked<EventFacts, Optional<ProcessRef>> processes = new Asked<>(this::findProcess);
    private final Asked<EventFacts, Ancestry> ancestries = new Asked<>(this::findAncestry);

    /** @param horizon how far from an event the start of its process or of an ancestor may lie, in microseconds */
    ProcessTree(HostReader reader, LifeSpans lives, long horizon) {
        this.reader = reader;
        this.lives = lives;
        this.horizon = horizon;
    }

    /**
     * How an event names a process.
     *
     * @param at the event
     * @param parent whether it is the parent of the process that the event is about
     */
    private record Named(String guid, String pid, String image, EventFacts at, boolean parent) {

        static Named own(EventFacts event) {
            var process = event.process();
            return new Named(process.guid(), process.pid(), process.image(), event, false);
        }

        static Named parent(EventFacts start) {
            var process = start.process();
            return new Named(process.parentGuid(), process.parentPid(), process.parentImage(), start, true);
        }

        boolean isNobody() {
            return guid.isEmpty() && pid.isEmpty();
        }
    }

    /** The process that an event is about, as far as it can be told from others. */
    Optional<ProcessRef> process(EventFacts event) {
        return processes.about(event);
    }

    private Optional<ProcessRef> findProcess(EventFacts event) {
        return known(Named.own(event), seenFrom(event));
    }

    /** The parent of a process that started so, however far back it started. */
    Optional<ProcessRef> parent(EventFacts start) {
        return known(Named.parent(start), anyTime -> true);
    }

    /** The parent that its id names: what is above the process for an event that is too far from the start of the one that the GUID names. */
    Optional<ProcessRef> parentById(EventFacts start) {
        return startById(Named.parent(start), anyTime -> true).map(ProcessRef::started);
    }

    private Optional<ProcessRef> known(Named named, LongPredicate isSeen) {
        return start(named, isSeen)
                .map(ProcessRef::started)
                .or(() -> Optional.of(named.guid())
                        .filter(guid -> !guid.isEmpty())
                        .map(ProcessRef::unseen));
    }

    private LongPredicate seenFrom(EventFacts event) {
        return start -> Math.abs(start - event.time().micros()) <= horizon;
    }

    /** The event that tells of the start of the process; where several do, the earliest. */
    private Optional<EventFacts> start(Named named, LongPredicate isSeen) {
        return start(named.guid(), isSeen).or(() -> startById(named, isSeen));
    }

    private Optional<EventFacts> start(String guid, LongPredicate isSeen) {
        var first = Optional.<EventFacts>empty();
        for (var id : guid.isEmpty() ? List.<String>of() : reader.node(guid).starts()) {
            var start = reader.event(id).filter(one -> isSeen.test(one.time().micros()));
            if (start.isPresent() && (first.isEmpty() || HostReader.CANONICAL.compare(start.get(), first.get()) < 0)) {
                first = start;
            }
        }
        return first;
    }

    /** A process without a GUID whose start has none, either; or, where only the start names one, that process. */
    private Optional<EventFacts> startById(Named named, LongPredicate isSeen) {
        if (isItsOwnStart(named)) {
            return Optional.of(named.at());
        }
        return named.pid().isEmpty()
                ? Optional.empty()
                : lives.start(named.pid(), named.image(), named.at())
                        .filter(start -> isSeen.test(start.time().micros()))
                        .flatMap(start -> withItsGuid(named, start, isSeen));
    }

    /** A start that names neither a GUID nor an id tells of no process that could be told from others. */
    private static boolean isItsOwnStart(Named named) {
        return !named.parent() && named.guid().isEmpty() && !named.pid().isEmpty() && LifeSpans.isStart(named.at());
    }

    private Optional<EventFacts> withItsGuid(Named named, EventFacts start, LongPredicate isSeen) {
        var guid = start.process().guid();
        if (guid.isEmpty()) {
            return Optional.of(start);
        }
        return named.guid().isEmpty() ? start(guid, isSeen) : Optional.empty();
    }

    /** The starts from the process of an event upward: its own, its parent's, and so on, as far as they are known. */
    Ancestry ancestry(EventFacts event) {
        return ancestries.about(event);
    }

    private Ancestry findAncestry(EventFacts event) {
        var isSeen = seenFrom(event);
        var starts = new ArrayList<EventFacts>();
        var seen = new HashSet<String>();
        var named = Named.own(event);
        while (!named.isNobody()) {
            if (starts.size() >= DEEPEST) {
                return new Ancestry(starts, named.guid(), End.BOUND);
            }
            var start = start(named, isSeen);
            if (start.isEmpty()) {
                return new Ancestry(starts, named.guid(), KERNEL.contains(named.pid()) ? End.ROOT : End.MISSING);
            }
            if (!seen.add(ProcessKey.name(start.get()))) {
                return new Ancestry(starts, named.guid(), End.BOUND);
            }
            starts.add(start.get());
            named = Named.parent(start.get());
        }
        return new Ancestry(starts, "", End.ROOT);
    }

    /** The process of that name, see {@link ProcessKey#name}. */
    ProcessRef named(String name) {
        return Optional.of(name.indexOf('@'))
                .filter(at -> at >= 0)
                .flatMap(at -> reader.event(name.substring(at + 1)))
                .filter(start -> ProcessKey.name(start).equals(name))
                .map(ProcessRef::started)
                .orElse(ProcessRef.unseen(name));
    }

    /** All events that tell of the start of a process; several where they contradict each other. */
    List<EventFacts> starts(ProcessRef process) {
        if (process.guid().isEmpty()) {
            return process.start().map(List::of).orElse(List.of());
        }
        return starts(reader.node(process.guid()));
    }

    /** The same by what is known of a process that has a GUID. */
    List<EventFacts> starts(ProcessNode node) {
        var ids = node.starts();
        if (ids.isEmpty()) {
            return List.of();
        }
        var starts = new ArrayList<EventFacts>(ids.size());
        ids.forEach(id -> reader.event(id).ifPresent(starts::add));
        return starts;
    }
}
