package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The history of one group of a correlation, and what in it makes an alert.
 *
 * <p>Events may come and go in any order; what stands afterwards depends only on which are there, and, for what has to wait, on the watermark.
 * The history is cut into buckets a little wider than the timespan, and full buckets into pages. Each page keeps what one has to know of all that
 * went before, so a change is looked at from its own page onward and only until that is the same as before; and each bucket keeps what of it
 * made an alert.
 */
final class GroupHistory {

    private final Correlation correlation;
    private final Predicate<Placed> begins;
    private final int most;
    private final long watermark;
    private final Timeline timeline;
    private final List<Pending> pending = new ArrayList<>();
    private final Map<Finding, Long> heldBack = new HashMap<>();

    /**
     * The history that is in a memory.
     *
     * @param process under a link, the process whose group it is; else empty
     * @param most how many events are kept in one bucket; further ones are dropped
     * @param watermark in microseconds: what has to wait is told once it has passed that
     */
    GroupHistory(Correlation correlation, String process, BucketMemory memory, int most, long watermark) {
        this(
                correlation,
                process,
                most,
                watermark,
                timeline(correlation, memory, index -> told(correlation, process, memory, index)));
    }

    private GroupHistory(Correlation correlation, String process, int most, long watermark, Timeline timeline) {
        this.correlation = correlation;
        this.begins = correlation.begins(process);
        this.most = most;
        this.watermark = watermark;
        this.timeline = timeline;
    }

    private static Timeline timeline(Correlation correlation, BucketMemory memory, LongFunction<List<Told>> recall) {
        return new Timeline(memory, correlation.width(), correlation.look().weight(), recall);
    }

    /** What was told of a bucket by a build that did not write it down: nothing had to wait then, so it is what the events in the memory make. */
    private static List<Told> told(Correlation correlation, String process, BucketMemory memory, long index) {
        var unchanged = timeline(correlation, memory, other -> List.of());
        var bucket = unchanged.bucket(index);
        var all = new GroupHistory(correlation, process, Integer.MAX_VALUE, Long.MAX_VALUE, unchanged)
                .found(bucket.first(), bucket.last());
        return all.told().stream()
                .filter(one -> unchanged.index(one.at().micros()) == index)
                .toList();
    }

    /**
     * When to look again at what can't be told yet, in microseconds.
     *
     * @param due once the watermark has passed this
     * @param at what is to be {@linkplain #settle settled}
     */
    record Pending(long due, long at) {}

    /**
     * What makes an alert before and after a change.
     *
     * @param withdrawn made an alert before, and no more
     * @param added makes an alert now, or tells another measure
     * @param kept makes an alert as before, with a touched event in it
     * @param pending what has to wait
     * @param dropped how many events found no more room
     * @param givenUp how many searches took too many looks, so that alerts may be missing
     * @param bounded whether a part of the history that was looked at is full or a search was given up, so that alerts may be missing something
     * @param heldBack how many repeats there were before what makes an alert; nothing of what was not looked at again
     */
    record Difference(
            List<Finding> withdrawn,
            List<Finding> added,
            List<Finding> kept,
            List<Pending> pending,
            int dropped,
            int givenUp,
            boolean bounded,
            Map<Finding, Long> heldBack) {

        static final Difference NONE =
                new Difference(List.of(), List.of(), List.of(), List.of(), 0, 0, false, Map.of());

        /** Whether there is nothing to tell. */
        boolean isNone() {
            return withdrawn.isEmpty()
                    && added.isEmpty()
                    && kept.isEmpty()
                    && pending.isEmpty()
                    && boundsReached() == 0;
        }

        /** How often a bound cut something off. */
        int boundsReached() {
            return dropped + givenUp;
        }

        long heldBackBefore(Finding finding) {
            return heldBack.getOrDefault(finding, 0L);
        }
    }

    /**
     * Changes the history.
     *
     * @param removed events that are no more part of it
     * @param added events that now are
     * @param touched events that stay, whose alerts are asked for among {@link Difference#kept}
     */
    Difference change(Collection<Placed> removed, Collection<Placed> added, Collection<Placed> touched) {
        if (removed.isEmpty()
                && touched.isEmpty()
                && added.size() == 1
                && isAlone(added.iterator().next())) {
            timeline.begin(added.iterator().next());
            return Difference.NONE;
        }
        var changed = new ArrayList<Position>(removed.size() + added.size());
        for (var placed : removed) {
            bucket(placed).remove(placed);
            changed.add(placed.position());
        }
        int dropped = 0;
        for (var placed : added) {
            if (hasTaken(placed)) {
                changed.add(placed.position());
            } else {
                dropped++;
            }
        }
        changed.sort(null);
        var change = changed.isEmpty() ? Change.NONE : apply(found(changed.get(0), changed.get(changed.size() - 1)));
        return difference(change, kept(touched, change), dropped);
    }

    /** Whether nothing is there with which the event could make an alert, and it makes none by itself. */
    private boolean isAlone(Placed placed) {
        return correlation.look().takesSeveral() && timeline.isEmptyAround(placed);
    }

    /** Tells what has to wait no longer, from that time on. */
    Difference settle(long micros) {
        var place = Position.before(micros);
        return difference(apply(found(place, place)), List.of(), 0);
    }

    private LoadedBucket bucket(Placed placed) {
        return timeline.bucket(timeline.index(placed.time().micros()));
    }

    private boolean hasTaken(Placed placed) {
        var bucket = bucket(placed);
        boolean hasRoom = bucket.size() < most;
        if (hasRoom) {
            bucket.add(placed);
        }
        return hasRoom;
    }

    /** What makes an alert between two places. */
    private record Found(Position from, Position end, List<Told> told) {

        boolean spans(Told told) {
            return told.at().compareTo(from) >= 0 && told.at().compareTo(end) < 0;
        }
    }

    private Found found(Position first, Position last) {
        return correlation.look() instanceof Look.ByWindow look
                ? windows(look.judge(), first.micros(), last.micros())
                : events((Look.ByEvent) correlation.look(), first, last);
    }

    private Found events(Look.ByEvent look, Position first, Position last) {
        var from = look.slack() == 0 ? first : Position.before(first.micros() - look.slack());
        var reader = new EarlyReader(look.completions().of(timeline, begins), correlation.timespan(), from);
        long felt = last.micros() + correlation.timespan() + look.slack();
        var end = new Walk(timeline, reader).over(new Walk.Reach(from, felt, last.micros()));
        heldBack.putAll(reader.heldBack());
        var told = new ArrayList<Told>(reader.found().size());
        for (var one : reader.found()) {
            if (isTold(one, correlation.eventDue(one.at().micros()))) {
                told.add(one);
            }
        }
        return new Found(from, end, told);
    }

    private Found windows(Judge judge, long first, long last) {
        var reader = new WindowReader(correlation.timespan(), first);
        var end = new Walk(timeline, reader).over(new Walk.Reach(Position.before(first), last, last));
        var told = reader.starts().stream()
                .flatMap(start -> settled(judge, start).stream())
                .toList();
        long from = reader.starts().isEmpty()
                ? first
                : Math.min(first, reader.starts().get(0));
        return new Found(Position.before(from), end, told);
    }

    private Optional<Told> settled(Judge judge, long start) {
        long due = correlation.windowDue(start);
        if (due > watermark && !isTold(start)) {
            pending.add(new Pending(due, start));
            return Optional.empty();
        }
        var window = timeline.between(start, start + correlation.timespan());
        return judge.of(timeline, window, begins)
                .map(finding -> new Told(window.get(0).position(), finding))
                .filter(one -> isTold(one, due));
    }

    /** Whether its time has come. After a restart the watermark may not be again where it was: what was told of then stays so. */
    private boolean isTold(Told one, long due) {
        if (due > watermark) {
            pending.add(new Pending(due, one.at().micros()));
        }
        return due <= watermark || toldOf(one.at().micros()).contains(one);
    }

    private boolean isTold(long windowStart) {
        return toldOf(windowStart).stream().anyMatch(one -> one.at().micros() == windowStart);
    }

    private List<Told> toldOf(long micros) {
        return timeline.bucket(timeline.index(micros)).told();
    }

    private record Change(List<Told> before, List<Told> after) {
        static final Change NONE = new Change(List.of(), List.of());
    }

    private Change apply(Found found) {
        var before = new ArrayList<Told>();
        for (var bucket : timeline.buckets(found.from(), found.end())) {
            if (!bucket.told().isEmpty()) {
                bucket.told().stream().filter(found::spans).forEach(before::add);
                bucket.removeTold(found::spans);
            }
        }
        for (var one : found.told()) {
            timeline.bucket(timeline.index(one.at().micros())).addTold(one);
        }
        return new Change(before, found.told());
    }

    private List<Finding> kept(Collection<Placed> touched, Change change) {
        if (touched.isEmpty()) {
            return List.of();
        }
        var ids = touched.stream().map(Placed::event).collect(Collectors.toSet());
        var added = added(change);
        return touched.stream()
                .flatMap(this::around)
                .distinct()
                .map(Told::finding)
                .filter(finding -> finding.evidence().stream().anyMatch(ids::contains))
                .filter(finding -> !added.contains(finding))
                .toList();
    }

    /** All that was told of and may have the event in it. */
    private Stream<Told> around(Placed event) {
        long reach = correlation.timespan() + correlation.look().slack();
        long micros = event.time().micros();
        return timeline.buckets(Position.before(micros - reach), Position.before(micros + reach)).stream()
                .flatMap(bucket -> bucket.told().stream());
    }

    private Difference difference(Change change, List<Finding> kept, int dropped) {
        var withdrawn = withdrawn(change);
        int givenUp = timeline.givenUp();
        boolean bounded = timeline.fullest() >= most || givenUp > 0;
        timeline.save();
        return new Difference(
                withdrawn, added(change), kept, List.copyOf(pending), dropped, givenUp, bounded, heldBack);
    }

    private static List<Finding> withdrawn(Change change) {
        if (change.before().isEmpty()) {
            return List.of();
        }
        var after = evidence(change.after());
        return change.before().stream()
                .map(Told::finding)
                .filter(finding -> !after.contains(finding.evidence()))
                .toList();
    }

    private static List<Finding> added(Change change) {
        if (change.after().isEmpty()) {
            return List.of();
        }
        var before = new HashSet<Finding>();
        change.before().forEach(one -> before.add(one.finding()));
        var added = new ArrayList<Finding>(change.after().size());
        for (var one : change.after()) {
            if (!before.contains(one.finding())) {
                added.add(one.finding());
            }
        }
        return added;
    }

    private static Set<List<String>> evidence(List<Told> told) {
        return told.stream().map(Told::evidence).collect(Collectors.toSet());
    }
}
