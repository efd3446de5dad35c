package io.weir.job;

import io.weir.event.Event;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What each rule finds and what it costs, as metrics with the rule's id as a label. Hits are counted, time is sampled: of every 8,192 events one,
 * more at first, is run rule by rule with a clock beside. A rule has a metric once it has hit, and one of its time once it has taken a hundredth of all and
 * there are samples enough to say so: thousands of rules that do nothing are no thousands of metrics.
 */
final class RuleMeters {

    /** Hits of a rule, labelled by it. */
    static final String HITS = "hits";

    /** Nanoseconds that a rule took in the samples, labelled by it. */
    static final String NANOS = "sampledNanos";

    /** Nanoseconds that all rules took in the samples. */
    static final String ALL_NANOS = "allSampledNanos";

    /** How many events were samples. */
    static final String SAMPLES = "sampledEvents";

    static final int ONE_IN = 8_192;
    static final int ONE_IN_AT_FIRST = 16;
    static final int ENOUGH_SAMPLES = 32;

    private static final String RULE = "rule";
    private static final int WORTH_TELLING = 100;

    private final MetricGroup group;
    private final Counter samples;
    private final Counter allNanos;
    private final Map<String, Counter> hits = new HashMap<>();
    private final Map<String, Counter> nanos = new HashMap<>();
    private final Map<String, Long> unregistered = new HashMap<>();
    private int untilSample = 1;

    /** Registers what is of all rules together. */
    RuleMeters(MetricGroup group) {
        this.group = group;
        this.samples = group.counter(SAMPLES);
        this.allNanos = group.counter(ALL_NANOS);
    }

    /** Counts the matches of an event. */
    void count(List<RuleMatch> matches) {
        for (var match : matches) {
            hits.computeIfAbsent(match.rule(), rule -> ofRule(rule).counter(HITS))
                    .inc();
        }
    }

    /** Sees an event go by, and now and then measures the rules on it. */
    void sample(RuleSet rules, Event event) {
        if (--untilSample == 0) {
            untilSample = samples.getCount() < ENOUGH_SAMPLES ? ONE_IN_AT_FIRST : ONE_IN;
            samples.inc();
            rules.time(event, this::took);
        }
    }

    private void took(String rule, long time) {
        allNanos.inc(time);
        var known = nanos.get(rule);
        if (known != null) {
            known.inc(time);
            return;
        }
        long sum = unregistered.merge(rule, time, Long::sum);
        if (samples.getCount() >= ENOUGH_SAMPLES && sum * WORTH_TELLING >= allNanos.getCount()) {
            unregistered.remove(rule);
            var registered = ofRule(rule).counter(NANOS);
            registered.inc(sum);
            nanos.put(rule, registered);
        }
    }

    private MetricGroup ofRule(String rule) {
        return group.addGroup(RULE, rule);
    }
}
