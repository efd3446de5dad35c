package io.weir.correlate;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reads what a host's memory keeps by key and time. Times are microseconds, and ranges take in both ends. */
final class HostReader {

    /** The width of a process bucket. */
    static final long WIDTH = 15L * 60 * 1_000_000;

    /** The one order of events, whatever the order that they came in. */
    static final Comparator<EventFacts> CANONICAL = Comparator.<EventFacts>comparingLong(
                    event -> event.time().micros())
            .thenComparing(EventFacts::channel)
            .thenComparingLong(EventFacts::recordNumber)
            .thenComparing(event -> event.identity().id());

    private static final long SLOT = 8_000_000;

    private final HostMemory memory;

    HostReader(HostMemory memory) {
        this.memory = memory;
    }

    static long bucket(long micros) {
        return Math.floorDiv(micros, WIDTH);
    }

    ProcessNode node(String key) {
        return memory.process(key).orElse(ProcessNode.EMPTY);
    }

    Optional<EventFacts> event(String id) {
        return matched(id).map(MatchedEvent::event);
    }

    Optional<MatchedEvent> matched(String id) {
        return memory.event(id);
    }

    /** All that is kept under the key. */
    Stream<ProcessBucket> buckets(String key) {
        return buckets(key, node(key).buckets());
    }

    private Stream<ProcessBucket> buckets(String key, SortedSet<Long> indexes) {
        return indexes.stream().flatMap(index -> memory.processBucket(key, index).stream());
    }

    /** The events of all that is kept under the key. */
    List<MatchedEvent> allEvents(String key) {
        return events(buckets(key)).toList();
    }

    /** The buckets of the key that reach into a stretch of time. */
    Stream<ProcessBucket> buckets(String key, long from, long to) {
        return buckets(key, node(key).buckets().subSet(bucket(from), bucket(to) + 1));
    }

    /** The events of the key in a stretch of time, in canonical order. */
    List<MatchedEvent> events(String key, long from, long to) {
        return within(buckets(key, from, to), from, to);
    }

    /** Which of the small buckets of a connection a time is in: no {@link ProcessNode} lists them. */
    static long slot(long micros) {
        return Math.floorDiv(micros, SLOT);
    }

    /** The same of a connection; only for short stretches. */
    List<MatchedEvent> unlistedEvents(String key, long from, long to) {
        var buckets = LongStream.rangeClosed(slot(from), slot(to))
                .boxed()
                .flatMap(index -> memory.processBucket(key, index).stream());
        return within(buckets, from, to);
    }

    private List<MatchedEvent> within(Stream<ProcessBucket> buckets, long from, long to) {
        return events(buckets)
                .filter(event -> event.event().time().micros() >= from
                        && event.event().time().micros() <= to)
                .sorted(Comparator.comparing(MatchedEvent::event, CANONICAL))
                .toList();
    }

    /** The same in any order, read no further than asked for. */
    Stream<MatchedEvent> someEvents(String key, long from, long to) {
        return events(buckets(key, from, to))
                .filter(event -> event.event().time().micros() >= from
                        && event.event().time().micros() <= to);
    }

    private Stream<MatchedEvent> events(Stream<ProcessBucket> buckets) {
        return buckets.flatMap(bucket -> bucket.events().stream()).flatMap(id -> memory.event(id).stream());
    }

    /** The latest event of the key before a time that is as asked. */
    Optional<EventFacts> lastBefore(String key, long micros, Predicate<EventFacts> asked) {
        var indexes = new TreeSet<>(node(key).buckets().headSet(bucket(micros) + 1)).descendingSet();
        return indexes.stream()
                .flatMap(index -> events(memory.processBucket(key, index).stream())
                        .map(MatchedEvent::event)
                        .filter(event -> event.time().micros() < micros && asked.test(event))
                        .max(CANONICAL)
                        .stream())
                .findFirst();
    }

    /** The first event of the key after a time that is as asked. */
    Optional<EventFacts> firstAfter(String key, long micros, Predicate<EventFacts> asked) {
        return node(key).buckets().tailSet(bucket(micros)).stream()
                .flatMap(index -> events(memory.processBucket(key, index).stream())
                        .map(MatchedEvent::event)
                        .filter(event -> event.time().micros() > micros && asked.test(event))
                        .min(CANONICAL)
                        .stream())
                .findFirst();
    }
}
