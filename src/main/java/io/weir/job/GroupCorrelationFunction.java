package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.correlate.GroupCorrelator;
import io.weir.correlate.GroupMatch;
import io.weir.correlate.Horizons;
import io.weir.job.run.Tally;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Runs {@link GroupCorrelator} over the state of each group. Keyed by {@link GroupMatch#key()}. */
final class GroupCorrelationFunction extends KeyedProcessFunction<String, GroupMatch, AlertChange> {

    private static final long serialVersionUID = 1L;

    private final RuleSetSource rules;
    private final Horizons horizons;

    private transient GroupCorrelator correlator;
    private transient GroupState state;
    private transient Counts counts;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    GroupCorrelationFunction(RuleSetSource rules, Horizons horizons) {
        this.rules = rules;
        this.horizons = horizons;
    }

    @Override
    public void open(OpenContext context) {
        correlator = new GroupCorrelator(rules.compile(), horizons);
        state = new GroupState(getRuntimeContext());
        counts = new Counts(getRuntimeContext(), Tally.ALERTS, Tally.WITHDRAWN, Tally.BOUNDS);
    }

    @Override
    public void processElement(GroupMatch match, Context context, Collector<AlertChange> out) {
        var outcome = correlator.observe(match, state.with(context.timerService()));
        outcome.changes().forEach(out::collect);
        counts.addChanges(outcome.changes());
        counts.add(Tally.BOUNDS, outcome.boundsReached());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertChange> out) {
        var memory = state.with(context.timerService());
        for (var bucket : memory.takeDue(timestamp)) {
            correlator.forget(bucket, memory);
        }
    }
}
