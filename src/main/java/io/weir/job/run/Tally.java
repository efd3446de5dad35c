package io.weir.job.run;

import io.weir.rule.Amount;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** What a job counts for its closing words, as accumulators. After a failure they count from the restart on: they are for people, metrics are for machines. */
public enum Tally {
    /** Events that were decoded. */
    EVENTS("event", "", "events"),
    /** What could not be read as an event. */
    DEAD_LETTERS("dead letter", "", "deadLetters"),
    /** Events whose matching failed, which is a fault of Weir; they are dead letters, too. */
    FAULTS("event", " met a fault of Weir", "faults"),
    /** Events that at least one rule matched. */
    MATCHED("event", " matched", "matchedEvents"),
    /** Alerts told; one that is told again with another body counts again. */
    ALERTS("alert", "", "alerts"),
    /** Alerts withdrawn. */
    WITHDRAWN("alert", " withdrawn", "withdrawnAlerts"),
    /** Incidents opened. */
    INCIDENTS("incident", "", "incidents"),
    /** Incidents that became part of others, or whose alerts were withdrawn. */
    INCIDENTS_WITHDRAWN("incident", " withdrawn", "withdrawnIncidents"),
    /** Events that came later than the allowed lateness. */
    LATE("event", " too late to correlate", "lateEvents"),
    /** Events delivered again. */
    DUPLICATES("event", " seen twice", "duplicateEvents"),
    /** Events without a time, which take no part in correlations. */
    TIMELESS("event", " without a time", "timelessEvents"),
    /** How often a bound of the state cut something off. */
    BOUNDS("bound", " reached", "boundsReached"),
    /** Values that are no number where a correlation sums up, averages or ranks numbers. */
    NO_NUMBERS("value", " without a number", "valuesWithoutNumber"),
    /** Events that are stamped long after their arrival, and take no part in correlations. */
    QUARANTINED("event", " with a clock ahead", "quarantinedEvents");

    private final String noun;
    private final String rest;
    private final String metric;

    Tally(String noun, String rest, String metric) {
        this.noun = noun;
        this.rest = rest;
        this.metric = metric;
    }

    /** The name of its metric. */
    public String metric() {
        return metric;
    }

    /** So many of it, as people say it: {@code 1 dead letter}, {@code 2,000 events matched}. */
    String said(long count) {
        return Amount.of(count, noun) + rest;
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
