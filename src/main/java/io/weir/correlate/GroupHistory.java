package io.weir.correlate;

import io.weir.rule.CorrelationRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The history of one group of a {@code temporal_ordered} correlation, and which sequences in it make an alert.
 *
 * <p>Events may come and go in any order; what stands afterwards depends only on which are there. The history is cut into buckets a little
 * wider than the timespan. Each keeps the {@link Episode} as it stood at its beginning, so a change is evaluated from its own bucket onward and
 * only until the episode is the same as before.
 */
final class GroupHistory {

    /** Times written to the second may lie this far before what they stand for. */
    static final long SLACK_MICROS = 1_000_000;

    /** How many events of one group are kept in one bucket; further ones are dropped, counted, and flagged on the alerts. */
    static final int MOST_IN_BUCKET = 10_000;

    /** Buckets without events between two events after which no episode can go on: the gap is longer than two timespans. */
    private static final int GAP = 2;

    private final int steps;
    private final long timespan;
    private final long width;
    private final BucketMemory memory;

    GroupHistory(CorrelationRule rule, BucketMemory memory) {
        this.steps = rule.steps().size();
        this.timespan = rule.timespan().micros();
        this.width = width(rule);
        this.memory = memory;
    }

    /** The width of a bucket in microseconds. */
    static long width(CorrelationRule rule) {
        return rule.timespan().micros() + 2 * SLACK_MICROS;
    }

    /** The bucket that a time falls into. */
    static long bucket(CorrelationRule rule, long micros) {
        return Math.floorDiv(micros, width(rule));
    }

    /**
     * How long after its own time a bucket may still be asked for, in microseconds, apart from lateness: its events may be part of a sequence
     * in the next one, and an episode may go on over a gap.
     */
    static long reach(CorrelationRule rule) {
        return (GAP + 3) * width(rule);
    }

    /**
     * The sequences that make an alert before and after a change, each in the order of the steps.
     *
     * @param withdrawn made an alert before, and no more
     * @param added make an alert now
     * @param kept make an alert as before, among those that the change reaches
     * @param dropped how many events found no more room
     * @param bounded whether a part of the history that was looked at is full, so that alerts may be missing something
     */
    record Difference(
            List<List<Placed>> withdrawn,
            List<List<Placed>> added,
            List<List<Placed>> kept,
            int dropped,
            boolean bounded) {}

    /**
     * Changes the history.
     *
     * @param removed events that are no more part of it
     * @param added events that now are
     * @param touched events that stay, whose alerts are asked for among {@link Difference#kept}
     */
    Difference change(Collection<Placed> removed, Collection<Placed> added, Collection<Placed> touched) {
        var times = Stream.of(removed, added, touched)
                .flatMap(Collection::stream)
                .mapToLong(placed -> placed.time().micros())
                .summaryStatistics();
        if (times.getCount() == 0) {
            return new Difference(List.of(), List.of(), List.of(), 0, false);
        }
        var walk = new Walk(removed, added);
        walk.over(index(times.getMin() - SLACK_MICROS), index(times.getMax() + timespan + SLACK_MICROS));
        return walk.difference();
    }

    private long index(long micros) {
        return Math.floorDiv(micros, width);
    }

    /** One evaluation of old and new side by side, bucket by bucket. */
    private final class Walk {

        private final Map<Long, HistoryBucket> old = new HashMap<>();
        private final Map<Long, List<Placed>> changed = new HashMap<>();
        private final Map<List<String>, List<Placed>> before = new TreeMap<>(Evidence.ORDER);
        private final Map<List<String>, List<Placed>> after = new TreeMap<>(Evidence.ORDER);
        private int dropped;
        private boolean bounded;

        Walk(Collection<Placed> removed, Collection<Placed> added) {
            removed.forEach(placed -> now(index(placed.time().micros())).remove(placed));
            added.forEach(this::add);
        }

        private void add(Placed placed) {
            var bucket = now(index(placed.time().micros()));
            if (bucket.size() < MOST_IN_BUCKET) {
                bucket.add(placed);
            } else {
                dropped++;
            }
        }

        private List<Placed> now(long bucket) {
            return changed.computeIfAbsent(
                    bucket, index -> new ArrayList<>(old(index).placed()));
        }

        private HistoryBucket old(long bucket) {
            return old.computeIfAbsent(bucket, index -> memory.bucket(index).orElse(HistoryBucket.EMPTY));
        }

        private List<Placed> oldEvents(long bucket) {
            return old(bucket).placed();
        }

        private List<Placed> newEvents(long bucket) {
            var events = changed.get(bucket);
            return events == null ? oldEvents(bucket) : events;
        }

        /** From the bucket {@code first}, at least to {@code last}, and on while the change is still felt. */
        void over(long first, long last) {
            var was = episodeAt(first);
            var is = was;
            int gap = 0;
            for (long bucket = first; bucket <= last || !was.equals(is); bucket++) {
                store(bucket, is);
                was = fold(was, bucket, this::oldEvents, before);
                is = fold(is, bucket, this::newEvents, after);
                gap = oldEvents(bucket).isEmpty() && newEvents(bucket).isEmpty() ? gap + 1 : 0;
                if (gap >= GAP) {
                    was = Episode.NONE;
                    is = Episode.NONE;
                }
            }
        }

        private Episode episodeAt(long bucket) {
            if (!oldEvents(bucket).isEmpty()) {
                return old(bucket).before();
            }
            return LongStream.rangeClosed(1, GAP)
                    .map(back -> bucket - back)
                    .filter(index -> !oldEvents(index).isEmpty())
                    .mapToObj(index -> fold(old(index).before(), index, this::oldEvents, new HashMap<>()))
                    .findFirst()
                    .orElse(Episode.NONE);
        }

        private void store(long bucket, Episode episode) {
            var events = newEvents(bucket);
            bounded |= events.size() >= MOST_IN_BUCKET;
            if (!events.isEmpty()) {
                var sorted = events.stream().sorted(Placed.ORDER).toList();
                var next = new HistoryBucket(sorted, episode);
                if (!next.equals(old(bucket))) {
                    memory.putBucket(bucket, next);
                }
            } else if (!oldEvents(bucket).isEmpty()) {
                memory.removeBucket(bucket);
            }
        }

        private Episode fold(Episode episode, long bucket, Events events, Map<List<String>, List<Placed>> alerts) {
            var completing = events.of(bucket).stream()
                    .filter(placed -> placed.steps().contains(steps - 1))
                    .sorted(Placed.ORDER)
                    .toList();
            if (completing.isEmpty()) {
                return episode;
            }
            var sequences = new OrderedSequences(around(bucket, events), steps, timespan);
            var current = episode;
            for (var last : completing) {
                var sequence = sequences.completedBy(last);
                if (sequence.isPresent()) {
                    current = count(current, sequence.get(), alerts);
                }
            }
            return current;
        }

        private Episode count(Episode episode, List<Placed> sequence, Map<List<String>, List<Placed>> alerts) {
            long completed = sequence.get(steps - 1).time().micros();
            var next = episode.with(completed, sequence.get(0).time().micros(), timespan);
            if (next.start() != episode.start() || next.slot() != episode.slot()) {
                alerts.put(Evidence.ids(sequence), sequence);
            }
            return next;
        }

        private List<Placed> around(long bucket, Events events) {
            return LongStream.rangeClosed(bucket - 1, bucket + 1)
                    .mapToObj(events::of)
                    .flatMap(List::stream)
                    .toList();
        }

        Difference difference() {
            return new Difference(without(before, after), without(after, before), both(), dropped, bounded);
        }

        private List<List<Placed>> both() {
            return after.entrySet().stream()
                    .filter(entry -> before.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private static List<List<Placed>> without(
                Map<List<String>, List<Placed>> some, Map<List<String>, List<Placed>> others) {
            return some.entrySet().stream()
                    .filter(entry -> !others.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    /** The events of a bucket, as they were or as they are. */
    private interface Events {
        List<Placed> of(long bucket);
    }
}
