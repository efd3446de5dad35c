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
 * @param next the GUID of the next process, whose start was not found, or empty at the root
 * @param end why it goes no further
 */
record Ancestry(List<EventFacts> starts, String next, End end) {

    /** Nothing is known, or asked for. */
    static final Ancestry UNKNOWN = new Ancestry(List.of(), "", End.MISSING);

    Ancestry {
        starts = List.copyOf(starts);
    }

    /** The processes from the event's own upward, whose starts are known or not. */
    List<String> processes() {
        var guids = new ArrayList<String>();
        starts.forEach(start -> guids.add(start.process().guid()));
        if (end == End.MISSING) {
            guids.add(next);
        }
        return guids;
    }

    /** The lineage that an alert shows of an event, or none where the event names no process. */
    List<Lineage> lineage(EventFacts event) {
        var process = event.process();
        if (process.life() == Life.NONE) {
            return List.of();
        }
        var known = starts.isEmpty() && process.life() == Life.START ? List.of(event) : starts;
        var chain = new ArrayList<Ancestor>();
        known.forEach(start -> chain.add(ancestor(start)));
        if (known.isEmpty()) {
            chain.add(new Ancestor(
                    process.guid(), process.pid(), process.image(), process.commandLine(), process.user(), ""));
        } else if (end != End.ROOT || starts.isEmpty()) {
            addParentFromItsChild(known.get(known.size() - 1).process(), chain);
        }
        return List.of(new Lineage(process.guid(), chain, starts.isEmpty() ? End.MISSING : end));
    }

    private static void addParentFromItsChild(ProcessFacts child, List<Ancestor> chain) {
        if (!child.parentGuid().isEmpty()
                || !child.parentPid().isEmpty()
                || !child.parentImage().isEmpty()) {
            chain.add(new Ancestor(
                    child.parentGuid(), child.parentPid(), child.parentImage(), child.parentCommandLine(), "", ""));
        }
    }

    private static Ancestor ancestor(EventFacts start) {
        var process = start.process();
        return new Ancestor(
                process.guid(),
                process.pid(),
                process.image(),
                process.commandLine(),
                process.user(),
                start.time().isKnown() ? start.time().iso() : "");
    }
}
