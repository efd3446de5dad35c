package io.weir.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The memory of one group in plain maps. */
final class InMemoryGroup extends InMemoryBuckets implements GroupMemory {

    private final Map<String, GroupMatch> events = new HashMap<>();
    private final TreeMap<Long, List<Long>> reminders = new TreeMap<>();
    private long sequence;

    @Override
    public Optional<GroupMatch> event(String id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public void putEvent(GroupMatch match) {
        events.put(HostRules.id(match.event()), match);
    }

    @Override
    public void removeEvent(String id) {
        events.remove(id);
    }

    @Override
    public void remindAfter(long micros, long bucket) {
        reminders.computeIfAbsent(micros, key -> new ArrayList<>()).add(bucket);
    }

    @Override
    public long nextSequence() {
        return ++sequence;
    }

    void pass(long watermark, GroupCorrelator correlator) {
        while (!reminders.isEmpty() && reminders.firstKey() < watermark) {
            reminders.pollFirstEntry().getValue().forEach(bucket -> correlator.forget(bucket, this));
        }
    }

    @Override
    int size() {
        return super.size() + events.size();
    }
}
