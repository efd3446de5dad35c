package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The events of one group in their order. What is asked for is read from the group's memory, what has changed is written back at the end. */
final class Timeline {

    /** Empty buckets between two events after which nothing before the gap counts any more: it is longer than two timespans. */
    static final int GAP = 2;

    private final BucketMemory memory;
    private final long width;
    private final Weight weight;
    private final LongFunction<List<Told>> recall;

    /** Rising by index: hardly ever more than five. */
    private final List<LoadedBucket> buckets = new ArrayList<>(2 * GAP + 1);

    private int givenUp;

    /**
     * The events in a memory.
     *
     * @param width of a bucket, in microseconds: longer than the timespan
     * @param recall what was told of the bucket of an index, asked where the memory does not say it
     */
    Timeline(BucketMemory memory, long width, Weight weight, LongFunction<List<Told>> recall) {
        this.memory = memory;
        this.width = width;
        this.weight = weight;
        this.recall = recall;
    }

    long index(long micros) {
        return Math.floorDiv(micros, width);
    }

    /** The first time of a bucket, in microseconds. */
    long start(long index) {
        return index * width;
    }

    LoadedBucket bucket(long index) {
        int low = 0;
        int high = buckets.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var bucket = buckets.get(middle);
            if (bucket.index() == index) {
                return bucket;
            }
            if (bucket.index() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var loaded = load(index);
        buckets.add(low, loaded);
        return loaded;
    }

    private LoadedBucket load(long index) {
        var bucket = new LoadedBucket(index, memory, weight);
        if (!bucket.isToldKnown()) {
            recall.apply(index).forEach(bucket::addTold);
        }
        return bucket;
    }

    /** The buckets that hold what lies between two places. */
    List<LoadedBucket> buckets(Position from, Position to) {
        var between = new ArrayList<LoadedBucket>();
        for (long index = index(from.micros()); index <= index(to.micros()); index++) {
            between.add(bucket(index));
        }
        return between;
    }

    /** The last page that begins at the position or before it, unless a gap lies between. */
    Optional<Leaf> floor(Position position) {
        long index = index(position.micros());
        return bucket(index).floor(position).or(() -> lastBefore(index));
    }

    /** The page before, unless a gap lies between. */
    Optional<Leaf> previous(Leaf leaf) {
        var leaves = bucket(leaf.bucket()).leaves();
        int at = leaves.indexOf(leaf);
        return at > 0 ? Optional.of(leaves.get(at - 1)) : lastBefore(leaf.bucket());
    }

    private Optional<Leaf> lastBefore(long index) {
        for (int back = 1; back <= GAP; back++) {
            var leaves = bucket(index - back).leaves();
            if (!leaves.isEmpty()) {
                return Optional.of(leaves.get(leaves.size() - 1));
            }
        }
        return Optional.empty();
    }

    /** The page after, unless a gap lies between. */
    Optional<Leaf> next(Leaf leaf) {
        var leaves = bucket(leaf.bucket()).leaves();
        int at = leaves.indexOf(leaf) + 1;
        if (at < leaves.size()) {
            return Optional.of(leaves.get(at));
        }
        for (int ahead = 1; ahead <= GAP; ahead++) {
            var later = bucket(leaf.bucket() + ahead).leaves();
            if (!later.isEmpty()) {
                return Optional.of(later.get(0));
            }
        }
        return Optional.empty();
    }

    /** The events from a time to another, both included, in microseconds. */
    List<Placed> between(long from, long to) {
        var events = new ArrayList<Placed>();
        for (long index = index(from); index <= index(to); index++) {
            for (var leaf : bucket(index).leaves()) {
                if (leaf.last() >= from && leaf.first().micros() <= to) {
                    leaf.events().stream()
                            .filter(event -> event.time().micros() >= from
                                    && event.time().micros() <= to)
                            .forEach(events::add);
                }
            }
        }
        return events;
    }

    /**
     * Whether nothing is there that could be looked at together with the event: so it is with most, for what a group waits for hardly ever comes. Only before anything else
     * is asked.
     */
    boolean isEmptyAround(Placed placed) {
        long index = index(placed.time().micros());
        for (long near = index - GAP; near <= index + GAP; near++) {
            if (memory.bucket(near).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Writes the event to the memory, with nothing before it and nothing around it. */
    void begin(Placed placed) {
        var page = new HistoryPage(Carry.NONE, List.of(placed));
        memory.putBucket(index(placed.time().micros()), new HistoryBucket(List.of(), page, List.of()));
    }

    /** A search in it took too many looks, and may not have found what is there. */
    void giveUp() {
        givenUp++;
    }

    /** How many searches were given up. */
    int givenUp() {
        return givenUp;
    }

    /** How many events the fullest of the buckets has that were looked at. */
    int fullest() {
        int most = 0;
        for (var bucket : buckets) {
            most = Math.max(most, bucket.size());
        }
        return most;
    }

    /** Writes what has changed back to the memory. */
    void save() {
        for (int i = 0; i < buckets.size(); i++) {
            buckets.get(i).save();
        }
    }
}
