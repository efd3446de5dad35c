package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.correlate.GroupCorrelator;
import io.weir.correlate.GroupMatch;
import io.weir.correlate.Horizons;
import io.weir.job.rules.Ruled;
import io.weir.job.run.Tally;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;

/** Runs {@link GroupCorrelator} over the state of each group. Keyed by {@link GroupMatch#key()}. */
final class GroupCorrelationFunction extends WriteBehind<Ruled<GroupMatch>, AlertChange>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final RuleSetSource rules;
    private final Horizons horizons;

    private transient KnownRules<GroupCorrelator> correlators;
    private transient GroupState state;
    private transient Counts counts;
    private transient Labelled boundsByRule;

    @SuppressWarnings("NullAway.Init") // Flink calls initializeState() and open() before anything else.
    GroupCorrelationFunction(RuleSetSource rules, Horizons horizons) {
        this.rules = rules;
        this.horizons = horizons;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        correlators = new KnownRules<>(
                version -> new GroupCorrelator(rules.compile(version), horizons),
                context.getOperatorStateStore(),
                rules);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        correlators.remember();
    }

    @Override
    public void open(OpenContext context) {
        correlators.current(); // Compiled before the first match comes.
        state = new GroupState(getRuntimeContext());
        boundsByRule = Labelled.boundsByRule(getRuntimeContext());
        counts = new Counts(getRuntimeContext(), Tally.ALERTS, Tally.WITHDRAWN, Tally.BOUNDS);
    }

    @Override
    AtHand atHand() {
        return state.atHand();
    }

    @Override
    public void processElement(Ruled<GroupMatch> ruled, Context context, Collector<AlertChange> out) {
        var timers = context.timerService();
        var correlator = correlators.of(ruled.rules());
        var outcome =
                correlator.observe(ruled.element(), state.with(timers), EventTime.micros(timers.currentWatermark()));
        tell(outcome, context.getCurrentKey(), context, out);
    }

    private void tell(GroupCorrelator.Outcome outcome, String key, Context context, Collector<AlertChange> out) {
        var correlator = correlators.current();
        long version = correlators.version();
        outcome.changes().forEach(change -> out.collect(change.by(rules.name(version))));
        outcome.groupMatches()
                .forEach(match -> context.output(StageTags.of(correlator.stage(match)), new Ruled<>(version, match)));
        outcome.members().forEach(member -> context.output(IncidentFunction.MEMBERS, new Ruled<>(version, member)));
        counts.addChanges(outcome.changes());
        counts.add(Tally.BOUNDS, outcome.boundsReached());
        if (outcome.boundsReached() > 0) {
            boundsByRule.add(correlator.rule(key), outcome.boundsReached());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertChange> out) {
        var correlator = correlators.current();
        var memory = state.with(context.timerService());
        long watermark = EventTime.micros(context.timerService().currentWatermark());
        var key = context.getCurrentKey();
        for (long at : memory.agenda().takeTold(timestamp)) {
            tell(correlator.settle(key, at, memory, watermark), key, context, out);
        }
        var due = memory.agenda().takeForgotten(timestamp);
        if (!memory.agenda().forgetAllAtOnce()) {
            for (var bucket : due) {
                correlator.forget(bucket, memory);
            }
            memory.agenda().clearIfDone();
        }
    }
}
