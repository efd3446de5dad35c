package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.job.run.Tally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What one operator counts: as a Flink metric to be seen while it runs, and as an accumulator for the summary at the end. */
final class Counts {

    private record Pair(Counter metric, LongCounter accumulator) {
        void add(long number) {
            metric.inc(number);
            accumulator.add(number);
        }
    }

    private final Map<Tally, Pair> counters = new EnumMap<>(Tally.class);

    /** The group that all metrics of ours are in: beside those of Flink, their names say whose they are. */
    static MetricGroup group(RuntimeContext context) {
        return context.getMetricGroup().addGroup("weir");
    }

    /** Registers the counters of an operator. */
    Counts(RuntimeContext context, Tally... tallies) {
        var group = group(context);
        for (var tally : tallies) {
            counters.put(tally, new Pair(group.counter(tally.metric()), tally.counter(context)));
        }
    }

    void add(Tally tally, long number) {
        var pair = counters.get(tally);
        if (pair == null) {
            throw new IllegalArgumentException("not registered here: " + tally);
        }
        pair.add(number);
    }

    void addChanges(List<AlertChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int withdrawn = 0;
        for (int i = 0; i < changes.size(); i++) {
            withdrawn += changes.get(i).withdraws() ? 1 : 0;
        }
        add(Tally.WITHDRAWN, withdrawn);
        add(Tally.ALERTS, changes.size() - withdrawn);
    }
}
