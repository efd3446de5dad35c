package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.correlate.Horizons;
import io.weir.correlate.HostCorrelator;
import io.weir.incident.IncidentBounds;
import io.weir.incident.IncidentMember;
import io.weir.incident.IncidentOutcome;
import io.weir.incident.Incidents;
import io.weir.job.codec.RuledIncidentMemberCodec;
import io.weir.job.rules.Ruled;
import io.weir.job.run.Tally;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Runs {@link Incidents} over the state of each host. Keyed by the host's name. */
final class IncidentFunction extends WriteBehind<Ruled<IncidentMember>, AlertChange> implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** Where what alerts say of hosts leaves the operators that make them. */
    static final OutputTag<Ruled<IncidentMember>> MEMBERS =
            new OutputTag<>("incident-members", RuledIncidentMemberCodec.TYPE);

    private final RuleSetSource rules;
    private final Horizons horizons;
    private final IncidentBounds bounds;
    private final Incidents ofShippedRules;

    private transient KnownRules<Incidents> known;
    private transient IncidentState state;
    private transient Counts counts;

    @SuppressWarnings("NullAway.Init") // Flink calls initializeState() and open() before anything else.
    IncidentFunction(RuleSetSource rules, Horizons horizons, IncidentBounds bounds) {
        this.rules = rules;
        this.horizons = horizons;
        this.bounds = bounds;
        this.ofShippedRules = incidents(Ruled.SHIPPED);
    }

    private Incidents incidents(long version) {
        return new HostCorrelator(rules.compile(version), horizons).incidents(bounds);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        // All that is asked of rules is how far they reach: those that came with the job need not be compiled again for
        // that.
        known = new KnownRules<>(
                version -> version == Ruled.SHIPPED ? ofShippedRules : incidents(version),
                context.getOperatorStateStore(),
                rules);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        known.remember();
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
    public void processElement(Ruled<IncidentMember> ruled, Context context, Collector<AlertChange> out) {
        var timers = context.timerService();
        var incidents = known.of(ruled.rules());
        var outcome =
                incidents.observe(ruled.element(), state.with(timers), EventTime.micros(timers.currentWatermark()));
        outcome.changes().forEach(change -> tell(change, out));
        count(outcome);
    }

    private void tell(AlertChange change, Collector<AlertChange> out) {
        out.collect(change.by(rules.name(known.version())));
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
        var incidents = known.current();
        var memory = state.with(context.timerService());
        long watermark = EventTime.micros(context.timerService().currentWatermark());
        for (long number : memory.agenda().takeTold(timestamp)) {
            incidents.tell(number, memory).ifPresent(change -> tell(change, out));
        }
        for (long number : memory.agenda().takeForgotten(timestamp)) {
            incidents.forget(number, memory, watermark);
        }
        memory.agenda().clearIfDone();
    }
}
