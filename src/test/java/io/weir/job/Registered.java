package io.weir.job;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A group of metrics that says what was registered in it and below it, by whole names such as {@code rule=id/hits}. */
final class Registered extends UnregisteredMetricsGroup {

    private final Map<String, Counter> counters;
    private final Map<String, Gauge<?>> gauges;
    private final String path;

    Registered() {
        this(new TreeMap<>(), new TreeMap<>(), "");
    }

    private Registered(Map<String, Counter> counters, Map<String, Gauge<?>> gauges, String path) {
        this.counters = counters;
        this.gauges = gauges;
        this.path = path;
    }

    Map<String, Counter> counters() {
        return counters;
    }

    Map<String, Gauge<?>> gauges() {
        return gauges;
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
        return new Registered(counters, gauges, path + key + "=" + value + "/");
    }

    @Override
    public Counter counter(String name) {
        return counters.computeIfAbsent(path + name, whole -> new SimpleCounter());
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        gauges.put(path + name, gauge);
        return gauge;
    }
}
