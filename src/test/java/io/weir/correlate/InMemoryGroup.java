package io.weir.correlate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The memory of one group in plain maps. */
final class InMemoryGroup extends InMemoryBuckets implements GroupMemory {

    private final Map<String, GroupMatch> events = new HashMap<>();
    private final InMemoryTimers<Long> reminders = new InMemoryTimers<>();
    private final InMemoryTimers<Long> settlements = new InMemoryTimers<>();
    private long sequence;

    @Override
    public Optional<GroupMatch> event(String id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public void putEvent(GroupMatch match) {
        events.put(match.witness().id(), match);
    }

    @Override
    public void removeEvent(String id) {
        events.remove(id);
    }

    @Override
    public void remindAfter(long micros, long bucket) {
        reminders.add(micros, bucket);
    }

    @Override
    public void settleAfter(long micros, long at) {
        settlements.add(micros, at);
    }

    @Override
    public long nextSequence() {
        return ++sequence;
    }

    void settle(long watermark, Consumer<Long> action) {
        settlements.pass(watermark, action);
    }

    void forget(long watermark, GroupCorrelator correlator) {
        reminders.pass(watermark, bucket -> correlator.forget(bucket, this));
    }

    @Override
    int size() {
        return super.size() + events.size() + reminders.size() + settlements.size();
    }
}
