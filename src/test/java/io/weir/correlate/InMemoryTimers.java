package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is to be done once the watermark has come to a time.
 *
 * @param <T> what there is to do
 */
final class InMemoryTimers<T> {

    private final TreeMap<Long, List<T>> due = new TreeMap<>();

    void add(long micros, T one) {
        var all = due.computeIfAbsent(micros, key -> new ArrayList<>());
        if (!all.contains(one)) {
            all.add(one);
        }
    }

    /** Does everything that is due, in the order of its time. */
    void pass(long watermark, Consumer<T> action) {
        while (!due.isEmpty() && due.firstKey() <= watermark) {
            due.pollFirstEntry().getValue().forEach(action);
        }
    }

    int size() {
        return due.size();
    }
}
