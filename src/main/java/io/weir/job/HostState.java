package io.weir.job;

import io.weir.correlate.BucketMemory;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.HistoryPage;
import io.weir.correlate.HostMemory;
import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.HistoryBucketCodec;
import io.weir.job.codec.HistoryPageCodec;
import io.weir.job.codec.MatchedEventCodec;
import io.weir.job.codec.ReminderCodec;
import io.weir.job.codec.SettlementCodec;
import io.weir.match.MatchedEvent;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.TimerService;

/** The memory of the current host, in keyed state. The names of its states never change once released. */
final class HostState implements HostMemory {

    private final AtHand atHand;
    private final KeyedState<String, MatchedEvent> events;
    private final ProcessState processes;
    private final KeyedState<String, HistoryBucket> linkedHistory;
    private final KeyedState<String, HistoryPage> linkedPages;
    private final ReminderState<Reminder> reminders;
    private final ReminderState<Settlement> settlements;
    private final SequenceState sequence;

    HostState(RuntimeContext context) {
        this.atHand = new AtHand(context);
        this.events = atHand.map("events", new CodecType<>(MatchedEvent.class, new MatchedEventCodec()), HeapSize::of);
        this.processes = new ProcessState(atHand);
        this.linkedHistory = atHand.map(
                "linked-history", new CodecType<>(HistoryBucket.class, new HistoryBucketCodec()), HeapSize::of);
        this.linkedPages =
                atHand.map("linked-pages", new CodecType<>(HistoryPage.class, new HistoryPageCodec()), HeapSize::of);
        this.reminders = new ReminderState<>(
                atHand, "reminders", new CodecType<>(Reminder.class, new ReminderCodec()), Patience.TO_FORGET);
        this.settlements = new ReminderState<>(
                atHand, "settlements", new CodecType<>(Settlement.class, new SettlementCodec()), Patience.TO_TELL);
        this.sequence = new SequenceState(atHand, "sequence");
    }

    @Override
    public Optional<MatchedEvent> event(String id) {
        return events.get(id);
    }

    @Override
    public void putEvent(MatchedEvent event) {
        events.put(event.event().identity().id(), event);
    }

    @Override
    public void removeEvent(String id) {
        events.remove(id);
    }

    @Override
    public Optional<ProcessNode> process(String guid) {
        return processes.node(guid);
    }

    @Override
    public void putProcess(String guid, ProcessNode node) {
        processes.putNode(guid, node);
    }

    @Override
    public void removeProcess(String guid) {
        processes.putNode(guid, ProcessNode.EMPTY);
    }

    @Override
    public Optional<ProcessBucket> processBucket(String guid, long index) {
        return processes.bucket(guid, index);
    }

    @Override
    public void putProcessBucket(String guid, long index, ProcessBucket bucket) {
        processes.putBucket(guid, index, bucket);
    }

    @Override
    public void putProcess(String guid, ProcessNode node, long index, ProcessBucket bucket) {
        processes.put(guid, node, index, bucket);
    }

    @Override
    public BucketMemory group(LinkedGroup group) {
        return new BucketState(linkedHistory, linkedPages, group.key());
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
        return sequence.next();
    }

    AtHand atHand() {
        return atHand;
    }

    /** Has timers registered with the service of the element or timer in hand. */
    HostState with(TimerService timers) {
        atHand.begin();
        processes.begin();
        reminders.with(timers);
        settlements.with(timers);
        return this;
    }

    /** What is to be settled at the timer of that time, in milliseconds. */
    Iterable<Settlement> takeSettled(long millis) {
        return settlements.take(millis);
    }

    /** What is due at the timer of that time, in milliseconds. */
    Iterable<Reminder> takeDue(long millis) {
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
