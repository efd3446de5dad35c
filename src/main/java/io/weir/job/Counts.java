package io.weir.job;

import io.weir.alert.AlertChange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** What one operator counts: as a Flink metric to be seen while it runs, and as an accumulator for the summary at the end. */
public final class Counts {

    /** What is counted, by the name that metrics and summary show. */
    public enum Count {
        EVENTS("events"),
        MATCHED("matchedEvents"),
        DUPLICATES("duplicateEvents"),
        LATE("lateEvents"),
        QUARANTINED("quarantinedEvents"),
        TIMELESS("timelessEvents"),
        ALERTS("alertsAdded"),
        WITHDRAWN("alertsWithdrawn"),
        BOUNDS("boundsReached"),
        DEAD("deadLetters");

        private final String label;

        Count(String label) {
            this.label = label;
        }

        /** The name of the metric and of the accumulator. */
        public String label() {
            return label;
        }
    }

    private record Pair(Counter metric, LongCounter accumulator) {
        void add(long number) {
            metric.inc(number);
            accumulator.add(number);
        }
    }

    private final Map<Count, Pair> counters = new EnumMap<>(Count.class);

    /** Registers the counters of an operator. */
    Counts(RuntimeContext context, Count... counts) {
        for (var count : counts) {
            var accumulator = new LongCounter();
            context.addAccumulator(count.label(), accumulator);
            counters.put(count, new Pair(context.getMetricGroup().counter(count.label()), accumulator));
        }
    }

    void add(Count count, long number) {
        var pair = counters.get(count);
        if (pair == null) {
            throw new IllegalArgumentException("not registered here: " + count);
        }
        pair.add(number);
    }

    void addChanges(List<AlertChange> changes) {
        long withdrawn = changes.stream().filter(AlertChange::withdraws).count();
        add(Count.WITHDRAWN, withdrawn);
        add(Count.ALERTS, changes.size() - withdrawn);
    }
}
