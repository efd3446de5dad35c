package io.weir.correlate;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose lineage or places in groups may be other ones when an event comes or goes, as far as the host's memory says it at a moment; asked before the change
 * and after, it is all of them. An event's process may be another one if its id starts or ends near; and all that descends from that process follows.
 */
final class Touched {

    /** No more processes than these are looked through; with more {@link #isCutShort}. */
    static final int WIDEST = 10_000;

    private final HostView view;
    private final CorrelationPlan plan;
    private final NamedById named;
    private final SortedSet<String> events = new TreeSet<>();
    private final Deque<ProcessRef> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Touched(HostView view, CorrelationPlan plan) {
        this.view = view;
        this.plan = plan;
        this.named = new NamedById(view.reader(), view.lives());
    }

    /**
     * Whether some may be touched as the host is seen with the event that are not as it is seen without it. What is no account of a start, an end or
     * a connection has no say in which process anything is of, so the same is found twice.
     */
    static boolean mayBeMoreAfter(MatchedEvent event) {
        var process = event.event().process();
        return switch (process.life()) {
            case NONE, ACT -> Twins.isConnection(process);
            case START, END, BOOT -> true;
        };
    }

    /**
     * The ids of the events, sorted, the event itself among them.
     *
     * @param replaced whether the event takes the place of a copy, or goes for one
     */
    SortedSet<String> by(MatchedEvent event, boolean replaced) {
        var near = view.twins().near(event);
        near.forEach(one -> {
            events.add(HostRules.id(one));
            events.add(HostRules.id(view.twins().speaker(one)));
        });
        var process = event.event().process();
        if (LifeSpans.isStart(event.event())
                || beginsAGroup(event, replaced)
                || takesABeginningAlong(near)
                || arePartedWithin(near)) {
            near.forEach(this::follow);
        }
        switch (process.life()) {
            case START -> {
                changeGuid(process.guid());
                mentions(process.pid(), named.aboutStarts(process.pid(), near));
            }
            case END -> mentions(process.pid(), named.after(event, process.pid()));
            case BOOT -> reboot(event);
            case ACT, NONE -> {}
        }
        descend();
        return events;
    }

    /** Whether there are more processes than are looked through: what is of them may be told as it was without the event. */
    boolean isCutShort() {
        return open.stream().anyMatch(process -> !seen.contains(process.name()));
    }

    /** Whether the event may give its process a group, or take it. */
    private boolean beginsAGroup(MatchedEvent event, boolean replaced) {
        var begun = begun(event);
        return !begun.isEmpty() && (replaced || !view.ownership().hasAll(event, begun));
    }

    private List<Correlation> begun(MatchedEvent event) {
        return plan.begunBy(event);
    }

    /** Whether one of several accounts of a connection, which may go from one process to another with the event, gives a process a group. */
    private boolean takesABeginningAlong(List<MatchedEvent> near) {
        return near.size() > 1 && near.stream().anyMatch(one -> !begun(one).isEmpty());
    }

    /** Whether two accounts of one connection name different processes, so that what speaks for both takes from one what was of the other. */
    private boolean arePartedWithin(List<MatchedEvent> near) {
        return near.size() > 1
                && near.stream()
                                .map(one -> view.tree().process(one.event()).map(ProcessRef::name))
                                .distinct()
                                .count()
                        > 1;
    }

    private void change(MatchedEvent event) {
        events.add(HostRules.id(event));
        if (LifeSpans.isStart(event.event()) || !begun(event).isEmpty() || speaksForABeginning(event)) {
            follow(event);
        }
    }

    /** Whether the event is an account of a connection of which another one begins a group: that goes where this one does, and need not be touched itself. */
    private boolean speaksForABeginning(MatchedEvent event) {
        return Twins.isConnection(event.event().process())
                && !begun(view.twins().merged(view.twins().speaker(event))).isEmpty();
    }

    private void follow(MatchedEvent event) {
        view.tree().process(event.event()).ifPresent(open::add);
        view.tree().process(view.twins().speaker(event).event()).ifPresent(open::add);
        var guid = event.event().process().guid();
        if (!guid.isEmpty()) {
            open.add(ProcessRef.unseen(guid));
        }
    }

    /** Events that name the GUID are of that process from now on, and were perhaps taken for one of another that their id names. */
    private void changeGuid(String guid) {
        if (!guid.isEmpty()) {
            view.reader().allEvents(guid).forEach(this::change);
        }
    }

    private void reboot(MatchedEvent boot) {
        long from = boot.event().time().micros() - LifeSpans.COARSEST;
        view.reader()
                .buckets(ProcessKey.PIDS, from, Long.MAX_VALUE - HostReader.WIDTH)
                .flatMap(bucket -> bucket.children().stream())
                .distinct()
                .toList()
                .forEach(pid -> mentions(pid, named.after(boot, pid)));
    }

    private void mentions(String pid, List<MatchedEvent> events) {
        for (var event : events) {
            mention(pid, event);
        }
    }

    private void mention(String pid, MatchedEvent event) {
        var process = event.event().process();
        if (process.pid().equals(pid)) {
            change(event);
            events.add(HostRules.id(view.twins().speaker(event)));
        }
        if (LifeSpans.isStart(event.event()) && process.parentPid().equals(pid)) {
            follow(event);
        }
    }

    private void descend() {
        while (!open.isEmpty() && seen.size() < WIDEST) {
            var process = open.removeFirst();
            if (seen.add(process.name())) {
                byGuid(process);
                for (var start : view.tree().starts(process)) {
                    byId(process, start);
                }
            }
        }
    }

    private void byGuid(ProcessRef process) {
        if (!process.guid().isEmpty()) {
            for (var bucket : view.reader().allBuckets(process.guid())) {
                events.addAll(bucket.events());
                bucket.children().forEach(child -> open.add(view.tree().named(child)));
            }
        }
    }

    /** Events that name the process by the id that it started with. */
    private void byId(ProcessRef process, EventFacts start) {
        var pid = start.process().pid();
        named.sinceStart(start).forEach(event -> mention(process, pid, event));
    }

    private void mention(ProcessRef process, String pid, MatchedEvent event) {
        var speaker = view.twins().speaker(event);
        var facts = speaker.event();
        if (event.event().process().pid().equals(pid) && isOf(process, facts)) {
            events.add(HostRules.id(event));
            events.add(HostRules.id(speaker));
        }
        if (LifeSpans.isStart(facts) && facts.process().parentPid().equals(pid) && isChild(process, facts)) {
            view.tree().process(facts).ifPresent(open::add);
        }
    }

    private boolean isOf(ProcessRef process, EventFacts event) {
        return isNamed(view.tree().process(event), process);
    }

    private boolean isChild(ProcessRef process, EventFacts start) {
        return isNamed(view.tree().parent(start), process)
                || isNamed(view.tree().parentById(start), process);
    }

    private static boolean isNamed(Optional<ProcessRef> one, ProcessRef process) {
        return one.isPresent() && one.get().name().equals(process.name());
    }
}
