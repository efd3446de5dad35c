package io.weir.correlate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How often something was counted, by what it is called: most often one thing or none, for which no tree is made. */
final class Counted {

    private Counted() {}

    /** The same counts, which nobody can change, by name. */
    static Map<String, Integer> inOrder(Map<String, Integer> counts) {
        return counts.size() < 2 ? Map.copyOf(counts) : Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** With so many more of one thing, which is left out where none are left. */
    static Map<String, Integer> with(Map<String, Integer> counts, String name, int more) {
        if (counts.isEmpty()) {
            return more > 0 ? Map.of(name, more) : counts;
        }
        var changed = new TreeMap<>(counts);
        changed.merge(name, more, Integer::sum);
        changed.values().removeIf(count -> count <= 0);
        return changed;
    }
}
