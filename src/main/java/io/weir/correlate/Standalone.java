package io.weir.correlate;

import io.weir.event.ProcessFacts;
import io.weir.match.MatchedEvent;
import java.util.List;

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
            case END -> named.afterEnd(event).isEmpty() && givesOthersNoGroup(event);
            case BOOT -> false;
            case NONE, ACT -> view.twins().isOnlyAccount(event) && givesOthersNoGroup(event);
        };
    }

    /** Whether no event that is there tells of the process that starts, as its own or as a child's; nor does another account of its start with consequences. */
    private boolean isUnheardOf(MatchedEvent start) {
        var process = start.event().process();
        return isUnheardOfByGuid(process) && (process.pid().isEmpty() || isUnheardOfById(start));
    }

    private boolean isUnheardOfByGuid(ProcessFacts process) {
        return process.guid().isEmpty()
                || (!process.guid().equals(process.parentGuid())
                        && view.reader().node(process.guid()).isEmpty());
    }

    private boolean isUnheardOfById(MatchedEvent start) {
        var process = start.event().process();
        var near = view.twins().near(start);
        return !process.pid().equals(process.parentPid())
                && (near.size() == 1 || areWithoutConsequences(near))
                && named.aboutStarts(process.pid(), near).isEmpty();
    }

    private boolean areWithoutConsequences(List<MatchedEvent> starts) {
        return starts.stream()
                .allMatch(start -> start.matches().isEmpty()
                        && nothingNames(start.event().process().guid()));
    }

    /** Whether nothing but its start names the process by GUID. */
    private boolean nothingNames(String guid) {
        return guid.isEmpty() || view.reader().node(guid).buckets().isEmpty();
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
        if (!nothingNames(process.guid())) {
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
