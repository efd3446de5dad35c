package io.weir.job;

import io.weir.incident.Enrolled;
import io.weir.incident.Incident;
import io.weir.incident.IncidentMemory;
import io.weir.incident.Span;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.EnrolledCodec;
import io.weir.job.codec.IncidentCodec;
import io.weir.job.codec.SpanCodec;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/** The memory of the current host's incidents, in keyed state. The names of its states never change once released. */
final class IncidentState implements IncidentMemory {

    private final AtHand atHand;
    private final KeyedState<String, Enrolled> members;
    private final KeyedState<String, List<Span>> ties;
    private final KeyedState<Long, Incident> incidents;
    private final ReminderState<Long> reminders;
    private final ReminderState<Long> tellings;
    private final SequenceState sequence;

    IncidentState(RuntimeContext context) {
        this.atHand = new AtHand(context);
        this.members = atHand.map("members", new CodecType<>(Enrolled.class, new EnrolledCodec()), HeapSize::of);
        this.ties = atHand.map("ties", Types.LIST(new CodecType<>(Span.class, new SpanCodec())), HeapSize::of);
        this.incidents =
                atHand.numbered("incidents", new CodecType<>(Incident.class, new IncidentCodec()), HeapSize::of);
        this.reminders = new ReminderState<>(atHand, "reminders", Types.LONG, Patience.TO_FORGET);
        this.tellings = new ReminderState<>(atHand, "tellings", Types.LONG, Patience.TO_TELL);
        this.sequence = new SequenceState(atHand, "sequence");
    }

    @Override
    public Optional<Enrolled> member(String alert) {
        return members.get(alert);
    }

    @Override
    public void putMember(Enrolled member) {
        members.put(member.member().alert(), member);
    }

    @Override
    public void removeMember(String alert) {
        members.remove(alert);
    }

    @Override
    public List<Span> spans(String tie) {
        return ties.get(tie).orElse(List.of());
    }

    @Override
    public void putSpans(String tie, List<Span> spans) {
        if (spans.isEmpty()) {
            ties.remove(tie);
        } else {
            ties.put(tie, spans);
        }
    }

    @Override
    public Optional<Incident> incident(long number) {
        return incidents.get(number);
    }

    @Override
    public void putIncident(long number, Incident incident) {
        incidents.put(number, incident);
    }

    @Override
    public void removeIncident(long number) {
        incidents.remove(number);
    }

    @Override
    public void remindAfter(long micros, long number) {
        reminders.add(micros, number);
    }

    @Override
    public void tellAfter(long micros, long number) {
        tellings.add(micros, number);
    }

    @Override
    public long nextSequence() {
        return sequence.next();
    }

    AtHand atHand() {
        return atHand;
    }

    /** Has timers registered with the service of the element or timer in hand. */
    IncidentState with(TimerService timers) {
        atHand.begin();
        reminders.with(timers);
        tellings.with(timers);
        return this;
    }

    /** The incidents that have waited to be told until the timer of that time, in milliseconds. */
    Iterable<Long> takeTold(long millis) {
        return tellings.take(millis);
    }

    /** The incidents that may be due at the timer of that time, in milliseconds. */
    Iterable<Long> takeDue(long millis) {
        return reminders.take(millis);
    }

    /** With the last incident, the counter goes, too. */
    void clearIfEmpty() {
        if (reminders.isEmpty() && tellings.isEmpty()) {
            sequence.clear();
            atHand.lessen();
        }
    }
}
