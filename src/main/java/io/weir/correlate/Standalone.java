package io.weir.correlate;

import io.weir.match.MatchedEvent;

/**
 * Whether an event that was not there before touches no other one, see {@link Touched}: most are of processes that have all their groups already, or are the first that
 * is known of one, or tell of the start of one that nobody has named yet, or of an end after which nobody has. Then nothing else hangs on it, before it comes or
 * after, and none of that has to be gone through. Asked of the host as it is without the event.
 */
final class Standalone {

    private final HostView view;
    private final CorrelationPlan plan;
    private final NamedById named;

    Standalone(HostView view, CorrelationPlan plan) {
        this.view = view;
        this.plan = plan;
        this.named = new NamedById(view.reader(), view.lives());
    }

    boolean is(MatchedEvent event) {
        return switch (event.event().process().life()) {
            case START -> isUnheardOf(event);
            case END -> named.after(event, event.event().process().pid()).isEmpty() && givesOthersNoGroup(event);
            case BOOT -> false;
            case NONE, ACT -> view.twins().isOnlyAccount(event) && givesOthersNoGroup(event);
        };
    }

    /** Whether no event that is there names the process that starts, as its own or as its parent. Another account of the start may be there if no rule matches either. */
    private boolean isUnheardOf(MatchedEvent start) {
        var process = start.event().process();
        return (process.guid().isEmpty() || view.reader().node(process.guid()).isEmpty())
                && (process.pid().isEmpty() || isUnheardOfById(start));
    }

    private boolean isUnheardOfById(MatchedEvent start) {
        var near = view.twins().near(start);
        return (near.size() == 1 || near.stream().allMatch(one -> one.matches().isEmpty()))
                && named.aboutStarts(start.event().process().pid(), near).isEmpty();
    }

    /** An event that is no start gives a group to its process at most, and by that a place in it to what that process and those below it have done. */
    private boolean givesOthersNoGroup(MatchedEvent event) {
        var begun = plan.begunBy(event);
        return begun.isEmpty() || view.ownership().hasAll(event, begun) || isFirstOfItsProcess(event);
    }

    /** Whether the process of the event has done nothing else so far, and started nobody. */
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
            if (!named.sinceStart(start).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
