package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one process did in one stretch of event time, or what is kept of that time under another {@link ProcessKey}.
 *
 * @param children what the processes are called whose start names it as the parent, sorted; under {@link ProcessKey#PIDS} process ids
 * @param events the ids of its events that rules matched, sorted; under another key, of the events that the key says
 * @param pids by which process ids those events name it; nothing under another key
 */
public record ProcessBucket(List<String> children, List<String> events, NamedPids pids) {

    static final ProcessBucket EMPTY = new ProcessBucket(List.of(), List.of(), NamedPids.NONE);

    public ProcessBucket {
        children = List.copyOf(children);
        events = List.copyOf(events);
    }

    boolean isEmpty() {
        return children.isEmpty() && events.isEmpty();
    }

    ProcessBucket withChild(String guid, boolean there) {
        return new ProcessBucket(changed(children, guid, there), events, pids);
    }

    ProcessBucket withEvent(String id, boolean there) {
        return withEvent(id, "", there);
    }

    /** @param pid by which the event names the process, or empty */
    ProcessBucket withEvent(String id, String pid, boolean there) {
        var changed = changed(events, id, there);
        return new ProcessBucket(children, changed, changed.size() == events.size() ? pids : pids.with(pid, there));
    }

    private static List<String> changed(List<String> sorted, String value, boolean there) {
        int at = Collections.binarySearch(sorted, value);
        if (at >= 0 == there) {
            return sorted;
        }
        return there ? with(sorted, -at - 1, value) : without(sorted, at);
    }

    /** Made at once as a list that is not copied again: a busy parent has hundreds of children. */
    private static List<String> with(List<String> sorted, int at, String value) {
        var longer = new String[sorted.size() + 1];
        for (int i = 0; i < longer.length; i++) {
            longer[i] = i == at ? value : sorted.get(i < at ? i : i - 1);
        }
        return List.of(longer);
    }

    private static List<String> without(List<String> sorted, int at) {
        var rest = new ArrayList<>(sorted);
        rest.remove(at);
        return rest;
    }
}
