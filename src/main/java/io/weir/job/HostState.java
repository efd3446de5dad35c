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
    private final KeyedState<BucketKey, HistoryBucket> linkedHistory;
    private final KeyedState<String, HistoryPage> linkedPages;
    private final Agenda<Reminder, Settlement> agenda;

    HostState(RuntimeContext context) {
        this.atHand = new AtHand(context);
        this.events = atHand.map("events", new CodecType<>(MatchedEvent.class, new MatchedEventCodec()), HeapSize::of);
        this.processes = new ProcessState(atHand);
        this.linkedHistory = atHand.buckets(
                "linked-history", new CodecType<>(HistoryBucket.class, new HistoryBucketCodec()), HeapSize::of);
        this.linkedPages =
                atHand.map("linked-pages", new CodecType<>(HistoryPage.class, new HistoryPageCodec()), HeapSize::of);
        this.agenda = new Agenda<>(
                atHand,
                new CodecType<>(Reminder.class, new ReminderCodec()),
                "settlements",
                new CodecType<>(Settlement.class, new SettlementCodec()));
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
        agenda.forgetAfter(micros, reminder);
    }

    @Override
    public void settleAfter(long micros, Settlement settlement) {
        agenda.tellAfter(micros, settlement);
    }

    @Override
    public long nextSequence() {
        return agenda.nextSequence();
    }

    AtHand atHand() {
        return atHand;
    }

    Agenda<Reminder, Settlement> agenda() {
        return agenda;
    }

    /** Has timers registered with the service of the element or timer in hand. */
    HostState with(TimerService timers) {
        atHand.begin();
        processes.begin();
        agenda.with(timers);
        return this;
    }
}
