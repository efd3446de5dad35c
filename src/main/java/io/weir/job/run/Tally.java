package io.weir.job.run;

import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** What a job counts for its closing words, as accumulators. After a failure they count from the restart on: they are for people, metrics are for machines. */
public enum Tally {
    /** Events that were decoded. */
    EVENTS("events", "events"),
    /** What could not be read as an event. */
    DEAD_LETTERS("dead letters", "deadLetters"),
    /** Events that at least one rule matched. */
    MATCHED("events matched", "matchedEvents"),
    /** Alerts added. */
    ALERTS("alerts", "alerts"),
    /** Alerts withdrawn. */
    WITHDRAWN("alerts withdrawn", "withdrawnAlerts"),
    /** Events that came later than the allowed lateness. */
    LATE("events too late to correlate", "lateEvents"),
    /** Events delivered again. */
    DUPLICATES("events seen twice", "duplicateEvents"),
    /** Events without a time, which take no part in correlations. */
    TIMELESS("events without a time", "timelessEvents"),
    /** How often a bound of the state cut something off. */
    BOUNDS("bounds reached", "boundsReached"),
    /** Values that are no number where a correlation sums up, averages or ranks numbers. */
    NO_NUMBERS("values that are no number", "valuesWithoutNumber"),
    /** Events that are stamped long after their arrival, and take no part in correlations. */
    QUARANTINED("events with a clock ahead", "quarantinedEvents");

    private final String label;
    private final String metric;

    Tally(String label, String metric) {
        this.label = label;
        this.metric = metric;
    }

    /** The name of its metric. */
    public String metric() {
        return metric;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** A counter for one subtask of an operator; call it once, in {@code open}. */
    public LongCounter counter(RuntimeContext context) {
        var counter = new LongCounter();
        context.addAccumulator(name(), counter);
        return counter;
    }

    /** The sum over all subtasks, 0 where nothing counted. */
    long of(Map<String, Object> accumulators) {
        return accumulators.get(name()) instanceof Long sum ? sum : 0;
    }
}
