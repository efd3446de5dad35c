package io.weir.correlate;

import io.weir.alert.Lineage;
import io.weir.alert.Lineage.Ancestor;
import io.weir.alert.Lineage.End;
import io.weir.event.ProcessFacts;
import io.weir.event.ProcessFacts.Life;
import io.weir.match.EventFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of where a process came from.
 *
 * @param starts the start of the process itself, then its parent's, and so on
 * @param next the GUID of the next process, whose start was not found, or empty at the root and where it is named by id alone
 * @param end why it goes no further
 */
record Ancestry(List<EventFacts> starts, String next, End end) {

    /** Nothing is known, or asked for. */
    static final Ancestry UNKNOWN = new Ancestry(List.of(), "", End.MISSING);

    Ancestry {
        starts = List.copyOf(starts);
    }

    /** The processes from the event's own upward, as far as they can be told from others. */
    List<ProcessRef> processes() {
        var processes = new ArrayList<ProcessRef>();
        starts.forEach(start -> processes.add(ProcessRef.started(start)));
        if (end != End.BOUND && !next.isEmpty()) {
            processes.add(ProcessRef.unseen(next));
        }
        return processes;
    }

    /** What the process itself is called, or empty where it can't be told from others. */
    String name() {
        if (!starts.isEmpty()) {
            return ProcessRef.started(starts.get(0)).name();
        }
        return end == End.BOUND || next.isEmpty() ? "" : ProcessRef.unseen(next).name();
    }

    /** The lineage that an alert shows of an event, or none where the event names no process. */
    List<Lineage> lineage(EventFacts event) {
        var process = event.process();
        if (process.life() == Life.NONE || process.life() == Life.BOOT) {
            return List.of();
        }
        var known = starts.isEmpty() && process.life() == Life.START ? List.of(event) : starts;
        var chain = new ArrayList<Ancestor>();
        known.forEach(start -> chain.add(ancestor(start)));
        if (known.isEmpty()) {
            chain.add(new Ancestor(
                    process.guid(), process.pid(), process.image(), process.commandLine(), process.user(), ""));
        } else {
            addParentFromItsChild(known.get(known.size() - 1).process(), chain);
        }
        return List.of(new Lineage(chain.get(0).process(), chain, end));
    }

    private static void addParentFromItsChild(ProcessFacts child, List<Ancestor> chain) {
        if (!child.parentGuid().isEmpty() || !child.parentPid().isEmpty()) {
            chain.add(new Ancestor(
                    child.parentGuid(), child.parentPid(), child.parentImage(), child.parentCommandLine(), "", ""));
        }
    }

    private static Ancestor ancestor(EventFacts start) {
        var process = start.process();
        return new Ancestor(
                ProcessKey.name(start),
                process.pid(),
                process.image(),
                process.commandLine(),
                process.user(),
                start.time().isKnown() ? start.time().iso() : "");
    }
}
