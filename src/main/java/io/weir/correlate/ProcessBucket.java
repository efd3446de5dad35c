package io.weir.correlate;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one process did in one stretch of event time, or what is kept of that time under another {@link ProcessKey}.
 *
 * @param children what the processes are called whose start names it as the parent, sorted; under {@link ProcessKey#PIDS} process ids
 * @param events the ids of its events that rules matched, sorted; under another key, of the events that the key says
 */
public record ProcessBucket(List<String> children, List<String> events) {

    static final ProcessBucket EMPTY = new ProcessBucket(List.of(), List.of());

    public ProcessBucket {
        children = List.copyOf(children);
        events = List.copyOf(events);
    }

    boolean isEmpty() {
        return children.isEmpty() && events.isEmpty();
    }

    ProcessBucket withChild(String guid, boolean there) {
        return new ProcessBucket(changed(children, guid, there), events);
    }

    ProcessBucket withEvent(String id, boolean there) {
        return new ProcessBucket(children, changed(events, id, there));
    }

    private static List<String> changed(List<String> sorted, String value, boolean there) {
        var others = sorted.stream().filter(other -> !other.equals(value));
        return (there ? Stream.concat(others, Stream.of(value)) : others)
                .sorted()
                .toList();
    }
}
