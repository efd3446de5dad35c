package io.weir.job;

import io.weir.job.run.Tally;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * A metric with a label, such as a rule or a host: one counter for each value that was counted. What comes in may be hostile, so only so many are told apart.
 */
final class Labelled {

    /** What is counted under this label has a value beyond those that are told apart. */
    static final String OTHERS = "others";

    static final int MOST = 1_000;

    private final MetricGroup group;
    private final String label;
    private final String metric;
    private final Map<String, Counter> counters = new HashMap<>();

    /** Counts under that name, by that label; nothing is registered before it was counted. */
    Labelled(MetricGroup group, String label, String metric) {
        this.group = group;
        this.label = label;
        this.metric = metric;
    }

    /** How often bounds of the state were reached, by rule. */
    static Labelled boundsByRule(RuntimeContext context) {
        return new Labelled(Counts.group(context), "rule", Tally.BOUNDS.metric());
    }

    void add(String value, long number) {
        if (number > 0) {
            var told = counters.containsKey(value) || counters.size() < MOST ? value : OTHERS;
            counters.computeIfAbsent(told, key -> group.addGroup(label, key).counter(metric))
                    .inc(number);
        }
    }
}
