package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.incident.IncidentMember;
import io.weir.incident.IncidentOutcome;
import io.weir.incident.Incidents;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.IncidentMemberCodec;
import io.weir.job.run.Tally;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Runs {@link Incidents} over the state of each host. Keyed by the host's name. */
final class IncidentFunction extends WriteBehind<IncidentMember, AlertChange> {

    private static final long serialVersionUID = 1L;

    /** Where what alerts say of hosts leaves the operators that make them. */
    static final OutputTag<IncidentMember> MEMBERS =
            new OutputTag<>("incident-members", new CodecType<>(IncidentMember.class, new IncidentMemberCodec()));

    private final Incidents incidents;

    private transient IncidentState state;
    private transient Counts counts;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    IncidentFunction(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public void open(OpenContext context) {
        state = new IncidentState(getRuntimeContext());
        counts = new Counts(getRuntimeContext(), Tally.INCIDENTS, Tally.INCIDENTS_WITHDRAWN, Tally.BOUNDS);
    }

    @Override
    AtHand atHand() {
        return state.atHand();
    }

    @Override
    public void processElement(IncidentMember member, Context context, Collector<AlertChange> out) {
        var timers = context.timerService();
        var outcome = incidents.observe(member, state.with(timers), EventTime.micros(timers.currentWatermark()));
        outcome.changes().forEach(out::collect);
        count(outcome);
    }

    private void count(IncidentOutcome outcome) {
        counts.add(Tally.INCIDENTS, outcome.opened());
        counts.add(
                Tally.INCIDENTS_WITHDRAWN,
                outcome.changes().stream().filter(AlertChange::withdraws).count());
        counts.add(Tally.BOUNDS, outcome.boundsReached());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertChange> out) {
        var memory = state.with(context.timerService());
        long watermark = EventTime.micros(context.timerService().currentWatermark());
        for (long number : memory.takeTold(timestamp)) {
            incidents.tell(number, memory).ifPresent(out::collect);
        }
        for (long number : memory.takeDue(timestamp)) {
            incidents.forget(number, memory, watermark);
        }
        memory.clearIfEmpty();
    }
}
