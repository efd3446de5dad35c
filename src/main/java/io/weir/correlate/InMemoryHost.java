package io.weir.correlate;

import io.weir.match.MatchedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The memory of one host in plain maps, with the watermark's reminders. */
final class InMemoryHost implements HostMemory {

    private final Map<String, MatchedEvent> events = new HashMap<>();
    private final Map<String, ProcessNode> processes = new HashMap<>();
    private final Map<String, ProcessBucket> processBuckets = new HashMap<>();
    private final Map<LinkedGroup, InMemoryBuckets> groups = new HashMap<>();
    private final InMemoryTimers<Reminder> reminders = new InMemoryTimers<>();
    private final InMemoryTimers<Settlement> settlements = new InMemoryTimers<>();
    private long sequence;

    @Override
    public Optional<MatchedEvent> event(String id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public void putEvent(MatchedEvent event) {
        events.put(HostRules.id(event), event);
    }

    @Override
    public void removeEvent(String id) {
        events.remove(id);
    }

    @Override
    public Optional<ProcessNode> process(String guid) {
        return Optional.ofNullable(processes.get(guid));
    }

    @Override
    public void putProcess(String guid, ProcessNode node) {
        processes.put(guid, node);
    }

    @Override
    public void removeProcess(String guid) {
        processes.remove(guid);
    }

    @Override
    public Optional<ProcessBucket> processBucket(String guid, long index) {
        return Optional.ofNullable(processBuckets.get(guid + index));
    }

    @Override
    public void putProcessBucket(String guid, long index, ProcessBucket bucket) {
        if (bucket.isEmpty()) {
            processBuckets.remove(guid + index);
        } else {
            processBuckets.put(guid + index, bucket);
        }
    }

    @Override
    public void putProcess(String guid, ProcessNode node, long index, ProcessBucket bucket) {
        if (node.isEmpty()) {
            removeProcess(guid);
        } else {
            putProcess(guid, node);
        }
        putProcessBucket(guid, index, bucket);
    }

    @Override
    public BucketMemory group(LinkedGroup group) {
        return groups.computeIfAbsent(group, key -> new InMemoryBuckets());
    }

    @Override
    public void remindAfter(long micros, Reminder reminder) {
        reminders.add(micros, reminder);
    }

    @Override
    public void settleAfter(long micros, Settlement settlement) {
        settlements.add(micros, settlement);
    }

    @Override
    public long nextSequence() {
        return ++sequence;
    }

    Set<String> eventIds() {
        return events.keySet();
    }

    void settle(long watermark, Consumer<Settlement> action) {
        settlements.pass(watermark, action);
    }

    void forget(long watermark, HostCorrelator correlator) {
        reminders.pass(watermark, reminder -> correlator.forget(reminder, this));
    }

    Stream<InMemoryBuckets> histories() {
        return groups.values().stream();
    }

    /** How many entries the memory holds. */
    int size() {
        return events.size()
                + processes.size()
                + processBuckets.size()
                + reminders.size()
                + settlements.size()
                + groups.values().stream().mapToInt(InMemoryBuckets::size).sum();
    }
}
