package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is known of one process of a host, or kept under another {@link ProcessKey}.
 *
 * @param starts the ids of the events that tell of its start, sorted; more than one only where they contradict each other
 * @param buckets in which {@link ProcessBucket}s there is something under the key, rising
 * @param firstSteps how many events of it match the first step, by the meaning of the linked correlation
 */
public record ProcessNode(List<String> starts, List<Long> buckets, Map<String, Integer> firstSteps) {

    /** Nothing is known. */
    public static final ProcessNode EMPTY = new ProcessNode(List.of(), List.of(), Map.of());

    public ProcessNode {
        starts = List.copyOf(starts);
        buckets = List.copyOf(buckets);
        firstSteps = Counted.inOrder(firstSteps);
    }

    /** First steps are events of the buckets; where rules have changed meanwhile, those of the old are counted on and never off. */
    boolean isEmpty() {
        return starts.isEmpty() && buckets.isEmpty();
    }

    /** The buckets from one to another, both included. */
    List<Long> buckets(long from, long to) {
        return buckets.isEmpty() ? buckets : buckets.subList(indexOf(from), to < from ? indexOf(from) : indexAfter(to));
    }

    /** Where the first bucket is that is not before that one. */
    private int indexOf(long bucket) {
        int at = Collections.binarySearch(buckets, bucket);
        return at < 0 ? -at - 1 : at;
    }

    private int indexAfter(long bucket) {
        return bucket == Long.MAX_VALUE ? buckets.size() : indexOf(bucket + 1);
    }

    ProcessNode withStarts(List<String> changed) {
        var sorted = new ArrayList<>(changed);
        sorted.sort(null);
        return new ProcessNode(sorted, buckets, firstSteps);
    }

    ProcessNode withBucket(long bucket, boolean used) {
        int at = Collections.binarySearch(buckets, bucket);
        if (at >= 0 == used) {
            return this;
        }
        var changed = new ArrayList<Long>(buckets.size() + 1);
        changed.addAll(buckets);
        if (used) {
            changed.add(-at - 1, bucket);
        } else {
            changed.remove(at);
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
        return new ProcessNode(starts, buckets, Counted.with(firstSteps, meaning, more));
    }
}
