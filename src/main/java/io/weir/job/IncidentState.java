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
    private final Agenda<Long, Long> agenda;

    IncidentState(RuntimeContext context) {
        this.atHand = new AtHand(context);
        this.members = atHand.map("members", new CodecType<>(Enrolled.class, new EnrolledCodec()), HeapSize::of);
        this.ties = atHand.map("ties", Types.LIST(new CodecType<>(Span.class, new SpanCodec())), HeapSize::of);
        this.incidents =
                atHand.numbered("incidents", new CodecType<>(Incident.class, new IncidentCodec()), HeapSize::of);
        this.agenda = new Agenda<>(atHand, Types.LONG, "tellings", Types.LONG);
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
        agenda.forgetAfter(micros, number);
    }

    @Override
    public void tellAfter(long micros, long number) {
        agenda.tellAfter(micros, number);
    }

    @Override
    public long nextSequence() {
        return agenda.nextSequence();
    }

    AtHand atHand() {
        return atHand;
    }

    /** Both are of incidents. */
    Agenda<Long, Long> agenda() {
        return agenda;
    }

    /** Has timers registered with the service of the element or timer in hand. */
    IncidentState with(TimerService timers) {
        atHand.begin();
        agenda.with(timers);
        return this;
    }
}
