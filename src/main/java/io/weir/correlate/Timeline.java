package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The events of one group in their order. What is asked for is read from the group's memory, what has changed is written back at the end. */
final class Timeline {

    /** Empty buckets between two events after which nothing before the gap counts any more: it is longer than two timespans. */
    static final int GAP = 2;

    private final BucketMemory memory;
    private final long width;
    private final Weight weight;
    private final TreeMap<Long, LoadedBucket> buckets = new TreeMap<>();

    /** @param width of a bucket, in microseconds: longer than the timespan */
    Timeline(BucketMemory memory, long width, Weight weight) {
        this.memory = memory;
        this.width = width;
        this.weight = weight;
    }

    long index(long micros) {
        return Math.floorDiv(micros, width);
    }

    /** The first time of a bucket, in microseconds. */
    long start(long index) {
        return index * width;
    }

    LoadedBucket bucket(long index) {
        return buckets.computeIfAbsent(index, at -> new LoadedBucket(at, memory, weight));
    }

    /** The buckets that hold what lies between two places. */
    List<LoadedBucket> buckets(Position from, Position to) {
        return LongStream.rangeClosed(index(from.micros()), index(to.micros()))
                .mapToObj(this::bucket)
                .toList();
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
        return LongStream.rangeClosed(1, GAP)
                .mapToObj(back -> bucket(index - back).leaves())
                .filter(leaves -> !leaves.isEmpty())
                .findFirst()
                .map(leaves -> leaves.get(leaves.size() - 1));
    }

    /** The page after, unless a gap lies between. */
    Optional<Leaf> next(Leaf leaf) {
        var leaves = bucket(leaf.bucket()).leaves();
        int at = leaves.indexOf(leaf) + 1;
        if (at < leaves.size()) {
            return Optional.of(leaves.get(at));
        }
        return LongStream.rangeClosed(1, GAP)
                .mapToObj(ahead -> bucket(leaf.bucket() + ahead).leaves())
                .filter(later -> !later.isEmpty())
                .findFirst()
                .map(later -> later.get(0));
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

    /** How many events the fullest of the buckets has that were looked at. */
    int fullest() {
        return buckets.values().stream().mapToInt(LoadedBucket::size).max().orElse(0);
    }

    /** Writes what has changed back to the memory. */
    void save() {
        buckets.values().forEach(LoadedBucket::save);
    }
}
