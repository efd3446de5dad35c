package io.weir.correlate;

import io.weir.event.ProcessFacts;
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
import java.util.stream.Stream;

/**
 * Whose lineage or places in groups may be other ones when an event comes or goes, as far as the host's memory says it at a moment; asked before the change
 * and after, it is all of them. An event's process may be another one if its id starts or ends near; and all that descends from that process follows.
 */
final class Touched {

    /** No more processes than these are looked through. */
    static final int WIDEST = 10_000;

    private final HostView view;
    private final CorrelationPlan plan;
    private final SortedSet<String> events = new TreeSet<>();
    private final Deque<ProcessRef> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Touched(HostView view, CorrelationPlan plan) {
        this.view = view;
        this.plan = plan;
    }

    /**
     * Whether it is that event alone, which was not there before: most are of processes that have all their groups already, or are the first that is known of one, or tell of the
     * start of one that nobody has named yet, or of an end after which nobody has. Then nothing else hangs on it, before it comes or after, and none of that has to be gone through.
     */
    boolean isNothingBut(MatchedEvent event) {
        return switch (event.event().process().life()) {
            case START -> isUnheardOf(event);
            case END -> isLastHeardOf(event) && givesNothingToOthers(event);
            case BOOT -> false;
            case NONE, ACT -> view.twins().isOnlyAccount(event) && givesNothingToOthers(event);
        };
    }

    private boolean givesNothingToOthers(MatchedEvent event) {
        return !beginsAGroup(event, false) || isFirstOfItsProcess(event);
    }

    /**
     * Whether the process of an event that is no start has done nothing else so far, and started nobody: then nothing but the event gets a place by the group that
     * it gives the process.
     */
    private boolean isFirstOfItsProcess(MatchedEvent event) {
        var guid = event.event().process().guid();
        if (!guid.isEmpty() && !hasDoneNothing(ProcessRef.unseen(guid))) {
            return false;
        }
        var process = view.tree().process(event.event());
        return process.isEmpty()
                || (!guid.isEmpty() && process.get().guid().equals(guid))
                || hasDoneNothing(process.get());
    }

    private boolean hasDoneNothing(ProcessRef process) {
        if (!process.guid().isEmpty()
                && !view.reader().node(process.guid()).buckets().isEmpty()) {
            return false;
        }
        for (var start : view.tree().starts(process)) {
            if (!eventsById(start).isEmpty()) {
                return false;
            }
        }
        return true;
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

    /** Whether no event that is there tells of the process that starts, as its own or as a child's; and if another account of its start does, no rule matches one of the two. */
    private boolean isUnheardOf(MatchedEvent start) {
        var process = start.event().process();
        return (process.guid().isEmpty() || isUnheardOfByGuid(process))
                && (process.pid().isEmpty() || isUnheardOfById(start));
    }

    private boolean isUnheardOfByGuid(ProcessFacts process) {
        return !process.guid().equals(process.parentGuid())
                && view.reader().node(process.guid()).isEmpty();
    }

    private boolean isUnheardOfById(MatchedEvent start) {
        var process = start.event().process();
        if (process.pid().equals(process.parentPid())) {
            return false;
        }
        var near = view.twins().near(start);
        return (near.size() == 1 || near.stream().allMatch(this::isWithoutConsequences))
                && isUnmentioned(process.pid(), startReach(near), micros(near.get(near.size() - 1)));
    }

    /** Whether no rule matches the start, and nothing names its process by GUID. */
    private boolean isWithoutConsequences(MatchedEvent start) {
        return start.matches().isEmpty()
                && view.reader().node(start.event().process().guid()).buckets().isEmpty();
    }

    private boolean isLastHeardOf(MatchedEvent end) {
        var pid = end.event().process().pid();
        return pid.isEmpty() || isUnmentioned(pid, endReach(end), micros(end));
    }

    private boolean isUnmentioned(String pid, long from, long to) {
        return view.reader().node(ProcessKey.mentions(pid)).isOverBefore(from)
                || mentionsOf(pid, from, to).isEmpty();
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
        if (LifeSpans.isStart(event.event())) {
            changeGuid(process.guid());
        }
        switch (process.life()) {
            case START -> changeLives(process.pid(), startReach(near), micros(near.get(near.size() - 1)));
            case END -> changeLives(process.pid(), endReach(event), micros(event));
            case BOOT -> reboot(micros(event));
            case ACT, NONE -> {}
        }
        descend();
        return events;
    }

    /** Whether the event may give its process a group, or take it. */
    private boolean beginsAGroup(MatchedEvent event, boolean replaced) {
        var begun = begun(event);
        return !begun.isEmpty() && (replaced || !hasAll(event, begun));
    }

    private List<Correlation> begun(MatchedEvent event) {
        return plan.begunBy(event);
    }

    private boolean hasAll(MatchedEvent event, List<Correlation> begun) {
        return view.tree()
                .process(view.twins().speaker(event).event())
                .filter(process -> hasAll(process, begun))
                .isPresent();
    }

    private boolean hasAll(ProcessRef process, List<Correlation> begun) {
        for (var one : begun) {
            if (!view.ownership().has(process, one)) {
                return false;
            }
        }
        return true;
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
        if (LifeSpans.isStart(event.event()) || !begun(event).isEmpty()) {
            follow(event);
        }
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

    /** Events that name the id from then until, after the last of the marks, another start is between. */
    private void changeLives(String pid, long from, long last) {
        if (!pid.isEmpty()) {
            mentions(pid, from, last);
        }
    }

    /** From when on something may be of a process of which these are accounts of starts. */
    private static long startReach(List<MatchedEvent> near) {
        return micros(near.get(0)) - LifeSpans.AHEAD;
    }

    /** From when on something may be after the end: of one channel the record number tells within the unit of a coarse time. */
    private static long endReach(MatchedEvent end) {
        return micros(end) - LifeSpans.COARSEST;
    }

    private static long micros(MatchedEvent event) {
        return event.event().time().micros();
    }

    private void reboot(long micros) {
        view.reader()
                .buckets(ProcessKey.PIDS, micros, Long.MAX_VALUE - HostReader.WIDTH)
                .flatMap(bucket -> bucket.children().stream())
                .distinct()
                .toList()
                .forEach(pid -> mentions(pid, micros, micros));
    }

    private void mentions(String pid, long from, long to) {
        for (var event : mentionsOf(pid, from, to)) {
            mention(pid, event);
        }
    }

    private List<MatchedEvent> mentionsOf(String pid, long from, long to) {
        return view.reader().events(ProcessKey.mentions(pid), from, view.lives().until(pid, to));
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
        eventsById(start).forEach(event -> mention(process, pid, event));
    }

    /** Events that name by its id a process that started so, and perhaps some before and after that mean another one. */
    private List<MatchedEvent> eventsById(EventFacts start) {
        var pid = start.process().pid();
        long micros = start.time().micros();
        return pid.isEmpty()
                ? List.of()
                : view.reader()
                        .events(
                                ProcessKey.mentions(pid),
                                micros - LifeSpans.AHEAD,
                                view.lives().until(pid, micros));
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
        return view.tree()
                .process(event)
                .filter(one -> one.name().equals(process.name()))
                .isPresent();
    }

    private boolean isChild(ProcessRef process, EventFacts start) {
        return Stream.of(view.tree().parent(start), view.tree().parentById(start))
                .flatMap(Optional::stream)
                .anyMatch(one -> one.name().equals(process.name()));
    }
}
