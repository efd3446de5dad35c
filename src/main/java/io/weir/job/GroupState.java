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
    private final Agenda<Long, Long> agenda;

    GroupState(RuntimeContext context) {
        this.atHand = new AtHand(context);
        this.events = atHand.map("events", new CodecType<>(GroupMatch.class, new GroupMatchCodec()), HeapSize::of);
        this.history = new BucketState(
                atHand.buckets("history", new CodecType<>(HistoryBucket.class, new HistoryBucketCodec()), HeapSize::of),
                atHand.map("history-pages", new CodecType<>(HistoryPage.class, new HistoryPageCodec()), HeapSize::of),
                "");
        this.agenda = new Agenda<>(atHand, Types.LONG, "settlements", Types.LONG);
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
        agenda.forgetAfter(micros, bucket);
    }

    @Override
    public void settleAfter(long micros, long at) {
        agenda.tellAfter(micros, at);
    }

    @Override
    public long nextSequence() {
        return agenda.nextSequence();
    }

    AtHand atHand() {
        return atHand;
    }

    /** Its reminders are of buckets, and what it tells is what was to be settled at a time. */
    Agenda<Long, Long> agenda() {
        return agenda;
    }

    /** Has timers registered with the service of the element or timer in hand. */
    GroupState with(TimerService timers) {
        atHand.begin();
        agenda.with(timers);
        return this;
    }
}
