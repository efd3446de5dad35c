package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.correlate.Horizons;
import io.weir.correlate.HostCorrelator;
import io.weir.correlate.HostOutcome;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.MatchedEventCodec;
import io.weir.job.rules.Ruled;
import io.weir.job.run.Tally;
import io.weir.match.MatchedEvent;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Runs {@link HostCorrelator} over the state of each host. Keyed by the host's name. */
final class HostFunction extends WriteBehind<Ruled<MatchedEvent>, AlertChange> implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** Events that came later than the lateness allows. */
    static final OutputTag<MatchedEvent> LATE =
            new OutputTag<>("late", new CodecType<>(MatchedEvent.class, new MatchedEventCodec()));

    private static final Map<Fate, Tally> COUNTED = Map.of(
            Fate.DUPLICATE, Tally.DUPLICATES,
            Fate.LATE, Tally.LATE,
            Fate.QUARANTINED, Tally.QUARANTINED,
            Fate.TIMELESS, Tally.TIMELESS);

    private final RuleSetSource rules;
    private final Horizons horizons;

    private transient KnownRules<HostCorrelator> correlators;
    private transient HostState state;
    private transient Counts counts;
    private transient Labelled lateByHost;
    private transient Labelled boundsByRule;

    @SuppressWarnings("NullAway.Init") // Flink calls initializeState() and open() before anything else.
    HostFunction(RuleSetSource rules, Horizons horizons) {
        this.rules = rules;
        this.horizons = horizons;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        correlators = new KnownRules<>(
                version -> new HostCorrelator(rules.compile(version), horizons),
                context.getOperatorStateStore(),
                rules);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        correlators.remember();
    }

    @Override
    public void open(OpenContext context) {
        correlators.current(); // Compiled before the first event comes.
        state = new HostState(getRuntimeContext());
        boundsByRule = Labelled.boundsByRule(getRuntimeContext());
        lateByHost = new Labelled(Counts.group(getRuntimeContext()), "host", Tally.LATE.metric());
        counts = new Counts(
                getRuntimeContext(),
                Tally.DUPLICATES,
                Tally.LATE,
                Tally.QUARANTINED,
                Tally.TIMELESS,
                Tally.ALERTS,
                Tally.WITHDRAWN,
                Tally.BOUNDS,
                Tally.NO_NUMBERS);
    }

    @Override
    AtHand atHand() {
        return state.atHand();
    }

    @Override
    public void processElement(Ruled<MatchedEvent> ruled, Context context, Collector<AlertChange> out) {
        var timers = context.timerService();
        var event = ruled.element();
        var correlator = correlators.of(ruled.rules());
        var outcome = correlator.observe(event, state.with(timers), EventTime.micros(timers.currentWatermark()));
        tell(outcome, context, out);
        if (outcome.fate() == Fate.LATE) {
            context.output(LATE, event);
            lateByHost.add(context.getCurrentKey(), 1);
        }
        var counted = COUNTED.get(outcome.fate());
        if (counted != null) {
            counts.add(counted, 1);
        }
    }

    private void tell(HostOutcome outcome, Context context, Collector<AlertChange> out) {
        var correlator = correlators.current();
        long version = correlators.version();
        outcome.changes().forEach(change -> out.collect(change.by(rules.name(version))));
        outcome.groupMatches()
                .forEach(match -> context.output(StageTags.of(correlator.stage(match)), new Ruled<>(version, match)));
        outcome.members().forEach(member -> context.output(IncidentFunction.MEMBERS, new Ruled<>(version, member)));
        count(outcome);
    }

    private void count(HostOutcome outcome) {
        counts.addChanges(outcome.changes());
        counts.add(Tally.BOUNDS, outcome.boundsReached());
        outcome.boundsByRule().forEach(boundsByRule::add);
        counts.add(Tally.NO_NUMBERS, outcome.numbersMissing());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertChange> out) {
        var correlator = correlators.current();
        var memory = state.with(context.timerService());
        long watermark = EventTime.micros(context.timerService().currentWatermark());
        for (var settlement : memory.agenda().takeTold(timestamp)) {
            tell(correlator.settle(settlement, memory, watermark), context, out);
        }
        var due = memory.agenda().takeForgotten(timestamp);
        if (!memory.agenda().forgetAllAtOnce()) {
            for (var reminder : due) {
                correlator.forget(reminder, memory);
            }
            memory.agenda().clearIfDone();
        }
    }
}
