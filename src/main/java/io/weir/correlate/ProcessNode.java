package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is known of one process of a host, or kept under another {@link ProcessKey}.
 *
 * @param starts the ids of the events that tell of its start, sorted; more than one only where they contradict each other
 * @param buckets in which {@link ProcessBucket}s there is something under the key
 * @param firstSteps how many events of it match the first step, by the meaning of the linked correlation
 */
public record ProcessNode(List<String> starts, SortedSet<Long> buckets, Map<String, Integer> firstSteps) {

    private static final SortedSet<Long> NO_BUCKETS = Collections.unmodifiableSortedSet(new TreeSet<>());

    /** Nothing is known. */
    public static final ProcessNode EMPTY = new ProcessNode(List.of(), NO_BUCKETS, Map.of());

    public ProcessNode {
        starts = List.copyOf(starts);
        buckets = buckets.isEmpty() ? NO_BUCKETS : Collections.unmodifiableSortedSet(new TreeSet<>(buckets));
        firstSteps = firstSteps.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(firstSteps));
    }

    /** First steps are events of the buckets; where rules have changed meanwhile, those of the old are counted on and never off. */
    boolean isEmpty() {
        return starts.isEmpty() && buckets.isEmpty();
    }

    ProcessNode withStarts(List<String> changed) {
        var sorted = new ArrayList<>(changed);
        sorted.sort(null);
        return new ProcessNode(sorted, buckets, firstSteps);
    }

    ProcessNode withBucket(long bucket, boolean used) {
        var changed = new TreeSet<>(buckets);
        if (used) {
            changed.add(bucket);
        } else {
            changed.remove(bucket);
        }
        return new ProcessNode(starts, changed, firstSteps);
    }

    /** With what was counted for those meanings alone. */
    ProcessNode withFirstStepsOf(Predicate<String> meanings) {
        var kept = new TreeMap<>(firstSteps);
        kept.keySet().removeIf(meanings.negate());
        return new ProcessNode(starts, buckets, kept);
    }

    ProcessNode withFirstStep(String meaning, int more) {
        var changed = new TreeMap<>(firstSteps);
        changed.merge(meaning, more, Integer::sum);
        changed.values().removeIf(count -> count <= 0);
        return new ProcessNode(starts, buckets, changed);
    }
}
