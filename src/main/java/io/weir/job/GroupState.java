package io.weir.job;

import io.weir.correlate.GroupMatch;
import io.weir.correlate.GroupMemory;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.HistoryPage;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.GroupMatchCodec;
import io.weir.job.codec.HistoryBucketCodec;
import io.weir.job.codec.HistoryPageCodec;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/** The memory of the current group, in keyed state. The names of its states never change once released. */
final class GroupState implements GroupMemory {

    private final AtHand atHand;
    private final KeyedState<String, GroupMatch> events;
    private final BucketState history;
    private final ReminderState<Long> reminders;
    private final ReminderState<Long> settlements;
    private final SequenceState sequence;

    GroupState(RuntimeContext context) {
        this.atHand = new AtHand(context);
        this.events = atHand.map("events", new CodecType<>(GroupMatch.class, new GroupMatchCodec()), HeapSize::of);
        this.history = new BucketState(
                atHand.map("history", new CodecType<>(HistoryBucket.class, new HistoryBucketCodec()), HeapSize::of),
                atHand.map("history-pages", new CodecType<>(HistoryPage.class, new HistoryPageCodec()), HeapSize::of),
                "");
        this.reminders = new ReminderState<>(atHand, "reminders", Types.LONG, Patience.TO_FORGET);
        this.settlements = new ReminderState<>(atHand, "settlements", Types.LONG, Patience.TO_TELL);
        this.sequence = new SequenceState(atHand, "sequence");
    }

    @Override
    public Optional<GroupMatch> event(String id) {
        return events.get(id);
    }

    @Override
    public void putEvent(GroupMatch match) {
        events.put(match.witness().event().event().identity().id(), match);
    }

    @Override
    public void removeEvent(String id) {
        events.remove(id);
    }

    @Override
    public Optional<HistoryBucket> bucket(long index) {
        return history.bucket(index);
    }

    @Override
    public void putBucket(long index, HistoryBucket bucket) {
        history.putBucket(index, bucket);
    }

    @Override
    public void removeBucket(long index) {
        history.removeBucket(index);
    }

    @Override
    public Optional<HistoryPage> page(long index, int number) {
        return history.page(index, number);
    }

    @Override
    public void putPage(long index, int number, HistoryPage page) {
        history.putPage(index, number, page);
    }

    @Override
    public void removePage(long index, int number) {
        history.removePage(index, number);
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
        return sequence.next();
    }

    AtHand atHand() {
        return atHand;
    }

    /** Has timers registered with the service of the element or timer in hand. */
    GroupState with(TimerService timers) {
        atHand.begin();
        reminders.with(timers);
        settlements.with(timers);
        return this;
    }

    /** The times that are to be settled at the timer of that time, in milliseconds. */
    Iterable<Long> takeSettled(long millis) {
        return settlements.take(millis);
    }

    /** The buckets that are due at the timer of that time, in milliseconds. */
    Iterable<Long> takeDue(long millis) {
        return reminders.take(millis);
    }

    /**
     * Forgets all at once, where nothing is left to do but what is due and was taken, so that nothing stays; not of a key that has much. A quiet key goes as it came, and each
     * thing by itself cost as much as taking it in.
     *
     * @return whether it did
     */
    boolean forgetAllAtOnce() {
        boolean isAll = atHand.isSmall() && isDone();
        if (isAll) {
            atHand.clear();
        }
        return isAll;
    }

    private boolean isDone() {
        return reminders.isEmpty() && settlements.isEmpty();
    }

    /** With the last reminder, the counter goes, too, and then nothing is left of the key. */
    void clearIfEmpty() {
        if (isDone()) {
            sequence.clear();
            atHand.lessen();
        }
    }
}
