package io.weir.correlate;

import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The memory of one host in plain maps, with the watermark's reminders. */
final class InMemoryHost implements HostMemory {

    private final Map<String, MatchedEvent> events = new HashMap<>();
    private final Map<String, ProcessNode> processes = new HashMap<>();
    private final Map<String, ProcessBucket> processBuckets = new HashMap<>();
    private final Map<LinkedGroup, InMemoryBuckets> groups = new HashMap<>();
    private final TreeMap<Long, List<Reminder>> reminders = new TreeMap<>();
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
        processBuckets.put(guid + index, bucket);
    }

    @Override
    public void removeProcessBucket(String guid, long index) {
        processBuckets.remove(guid + index);
    }

    @Override
    public BucketMemory group(LinkedGroup group) {
        return groups.computeIfAbsent(group, key -> new InMemoryBuckets());
    }

    @Override
    public void remindAfter(long micros, Reminder reminder) {
        reminders.computeIfAbsent(micros, key -> new ArrayList<>()).add(reminder);
    }

    @Override
    public long nextSequence() {
        return ++sequence;
    }

    /** Everything that is due once the watermark has passed that time. */
    void pass(long watermark, HostCorrelator correlator) {
        while (!reminders.isEmpty() && reminders.firstKey() < watermark) {
            reminders.pollFirstEntry().getValue().forEach(reminder -> correlator.forget(reminder, this));
        }
    }

    /** How many entries the memory holds. */
    int size() {
        return events.size()
                + processes.size()
                + processBuckets.size()
                + groups.values().stream().mapToInt(InMemoryBuckets::size).sum();
    }
}
