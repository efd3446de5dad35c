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
 * @param idleMillis for how long, at the end of the last of those buckets, there is nothing in it, as far as it is known: who asks for what comes after need not read
 *     what came before, and a process id that is used again is asked about more than all else
 */
public record ProcessNode(List<String> starts, List<Long> buckets, Map<String, Integer> firstSteps, int idleMillis) {

    /** Nothing is known. */
    public static final ProcessNode EMPTY = new ProcessNode(List.of(), List.of(), Map.of());

    public ProcessNode {
        starts = List.copyOf(starts);
        buckets = List.copyOf(buckets);
        firstSteps = Counted.of(firstSteps);
        idleMillis = buckets.isEmpty() ? 0 : idleMillis;
    }

    /** A node of which it is not known when the last of its events was. */
    public ProcessNode(List<String> starts, List<Long> buckets, Map<String, Integer> firstSteps) {
        this(starts, buckets, firstSteps, 0);
    }

    /** First steps are events of the buckets; where rules have changed meanwhile, those of the old are counted on and never off. */
    boolean isEmpty() {
        return starts.isEmpty() && buckets.isEmpty();
    }

    /** The buckets from one to another, both included. */
    List<Long> buckets(long from, long to) {
        return buckets.isEmpty() ? buckets : buckets.subList(indexOf(from), to < from ? indexOf(from) : indexAfter(to));
    }

    /** Whether there is something in that bucket. */
    boolean hasBucket(long bucket) {
        return !buckets.isEmpty() && (last() == bucket || Collections.binarySearch(buckets, bucket) >= 0);
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
        return new ProcessNode(sorted, buckets, firstSteps, idleMillis);
    }

    /** Whether nothing in the buckets is of that time, in microseconds, or of a later one; only what is under the key by its own time. */
    boolean isOverBefore(long micros) {
        return buckets.isEmpty() || micros > end(last()) - 1_000L * idleMillis;
    }

    private long last() {
        return buckets.get(buckets.size() - 1);
    }

    private static long end(long bucket) {
        return (bucket + 1) * HostReader.WIDTH - 1;
    }

    /** With something of that time in its bucket. */
    ProcessNode withEvent(long micros) {
        long bucket = HostReader.bucket(micros);
        int at = Collections.binarySearch(buckets, bucket);
        boolean isLast = -at - 1 == buckets.size() || at == buckets.size() - 1;
        int rest = (int) ((end(bucket) - micros) / 1_000);
        if (at >= 0) {
            return isLast && rest < idleMillis ? new ProcessNode(starts, buckets, firstSteps, rest) : this;
        }
        if (buckets.isEmpty()) {
            return new ProcessNode(starts, List.of(bucket), firstSteps, rest);
        }
        var more = new ArrayList<Long>(buckets.size() + 1);
        more.addAll(buckets);
        more.add(-at - 1, bucket);
        return new ProcessNode(starts, more, firstSteps, isLast ? rest : idleMillis);
    }

    /** Without that bucket; of the one before it is not known when its last was. */
    ProcessNode withoutBucket(long bucket) {
        int at = Collections.binarySearch(buckets, bucket);
        if (at < 0) {
            return this;
        }
        var rest = new ArrayList<>(buckets);
        rest.remove(at);
        return new ProcessNode(starts, rest, firstSteps, at == rest.size() ? 0 : idleMillis);
    }

    /** With what was counted for those meanings alone. */
    ProcessNode withFirstStepsOf(Predicate<String> meanings) {
        var kept = new TreeMap<>(firstSteps);
        kept.keySet().removeIf(meanings.negate());
        return new ProcessNode(starts, buckets, kept, idleMillis);
    }

    ProcessNode withFirstStep(String meaning, int more) {
        return new ProcessNode(starts, buckets, Counted.of(firstSteps).with(meaning, more), idleMillis);
    }
}
