package io.weir.correlate;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** The same of matched events. */
    static final Comparator<MatchedEvent> IN_ORDER = Comparator.comparing(MatchedEvent::event, CANONICAL);

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

    /** What is kept under the key in one stretch of time. */
    ProcessBucket bucket(String key, long index) {
        return memory.processBucket(key, index).orElse(ProcessBucket.EMPTY);
    }

    /** The same as a list. */
    List<ProcessBucket> allBuckets(String key) {
        var indexes = node(key).buckets();
        if (indexes.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<ProcessBucket>(indexes.size());
        for (long index : indexes) {
            memory.processBucket(key, index).ifPresent(all::add);
        }
        return all;
    }

    private Stream<ProcessBucket> buckets(String key, List<Long> indexes) {
        return indexes.stream().flatMap(index -> memory.processBucket(key, index).stream());
    }

    /** The events of all that is kept under the key. */
    List<MatchedEvent> allEvents(String key) {
        var buckets = allBuckets(key);
        return buckets.isEmpty() ? List.of() : events(buckets.stream()).toList();
    }

    /** The buckets of the key that reach into a stretch of time. */
    Stream<ProcessBucket> buckets(String key, long from, long to) {
        return buckets(key, indexes(node(key), from, to));
    }

    /** The events of the key in a stretch of time, in canonical order. */
    List<MatchedEvent> events(String key, long from, long to) {
        var node = node(key);
        if (node.isOverBefore(from)) {
            return List.of();
        }
        var indexes = indexes(node, from, to);
        var events = new ArrayList<MatchedEvent>();
        for (int i = 0; i < indexes.size(); i++) {
            addWithin(memory.processBucket(key, indexes.get(i)), from, to, events);
        }
        return inOrder(events);
    }

    private static List<Long> indexes(ProcessNode node, long from, long to) {
        return node.buckets(bucket(from), bucket(to));
    }

    private void addWithin(Optional<ProcessBucket> bucket, long from, long to, List<MatchedEvent> events) {
        for (var id : bucket.orElse(ProcessBucket.EMPTY).events()) {
            memory.event(id).filter(event -> isWithin(event, from, to)).ifPresent(events::add);
        }
    }

    private static boolean isWithin(MatchedEvent event, long from, long to) {
        long micros = event.event().time().micros();
        return micros >= from && micros <= to;
    }

    private static List<MatchedEvent> inOrder(List<MatchedEvent> events) {
        if (events.size() > 1) {
            events.sort(IN_ORDER);
        }
        return events;
    }

    /** Which of the small buckets of a connection a time is in: no {@link ProcessNode} lists them. */
    static long slot(long micros) {
        return Math.floorDiv(micros, SLOT);
    }

    /** The same of a connection; only for short stretches. */
    List<MatchedEvent> unlistedEvents(String key, long from, long to) {
        var events = new ArrayList<MatchedEvent>();
        for (long index = slot(from); index <= slot(to); index++) {
            addWithin(memory.processBucket(key, index), from, to, events);
        }
        return inOrder(events);
    }

    /** The same in any order, read no further than asked for. */
    Stream<MatchedEvent> someEvents(String key, long from, long to) {
        var node = node(key);
        return node.isOverBefore(from)
                ? Stream.empty()
                : events(buckets(key, indexes(node, from, to))).filter(event -> isWithin(event, from, to));
    }

    private Stream<MatchedEvent> events(Stream<ProcessBucket> buckets) {
        return buckets.flatMap(bucket -> bucket.events().stream()).flatMap(id -> memory.event(id).stream());
    }

    /** The latest event of the key before a time that is as asked. */
    Optional<EventFacts> lastBefore(String key, long micros, Predicate<EventFacts> asked) {
        var before = node(key).buckets(Long.MIN_VALUE, bucket(micros));
        for (int i = before.size() - 1; i >= 0; i--) {
            var latest =
                    latest(key, before.get(i), event -> event.time().micros() < micros && asked.test(event), CANONICAL);
            if (latest.isPresent()) {
                return latest;
            }
        }
        return Optional.empty();
    }

    /** The first event of the key after a time that is as asked. */
    Optional<EventFacts> firstAfter(String key, long micros, Predicate<EventFacts> asked) {
        var node = node(key);
        if (node.isOverBefore(micros)) {
            return Optional.empty();
        }
        var after = node.buckets(bucket(micros), Long.MAX_VALUE);
        for (int i = 0; i < after.size(); i++) {
            var first = latest(
                    key,
                    after.get(i),
                    event -> event.time().micros() > micros && asked.test(event),
                    CANONICAL.reversed());
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private Optional<EventFacts> latest(
            String key, long index, Predicate<EventFacts> asked, Comparator<EventFacts> order) {
        var latest = Optional.<EventFacts>empty();
        for (var id :
                memory.processBucket(key, index).orElse(ProcessBucket.EMPTY).events()) {
            var event = event(id).filter(asked);
            if (event.isPresent() && (latest.isEmpty() || order.compare(event.get(), latest.get()) > 0)) {
                latest = event;
            }
        }
        return latest;
    }
}
