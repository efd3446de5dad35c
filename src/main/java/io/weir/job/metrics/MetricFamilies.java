package io.weir.job.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;

/** The metrics of a process, by name: Prometheus wants those of one name together. Safe for several threads. */
final class MetricFamilies {

    private static final double[] QUANTILES = {0.5, 0.75, 0.95, 0.99, 0.999};

    private final Map<String, Map<String, Metric>> families = new TreeMap<>();

    synchronized void add(MetricKey key, Metric metric) {
        families.computeIfAbsent(key.family(), name -> new TreeMap<>()).put(key.labels(), metric);
    }

    synchronized void remove(MetricKey key) {
        var family = families.get(key.family());
        if (family != null && family.remove(key.labels()) != null && family.isEmpty()) {
            families.remove(key.family());
        }
    }

    /** All of them in Prometheus' text format. */
    String text() {
        var text = new StringBuilder(1 << 16);
        copy().forEach(family -> append(family, text));
        return text.toString();
    }

    private record Family(String name, Map<String, Metric> metrics) {}

    // Values are asked for outside the lock: a gauge may take its time.
    private synchronized List<Family> copy() {
        var copy = new ArrayList<Family>(families.size());
        families.forEach((name, metrics) -> copy.add(new Family(name, new TreeMap<>(metrics))));
        return copy;
    }

    private static void append(Family family, StringBuilder text) {
        var lines = new StringBuilder();
        family.metrics().forEach((labels, metric) -> append(family.name(), labels, metric, lines));
        if (lines.length() > 0) {
            var type = type(family.metrics().values().iterator().next());
            text.append("# TYPE ")
                    .append(family.name())
                    .append(' ')
                    .append(type)
                    .append('\n');
            text.append(lines);
        }
    }

    private static String type(Metric metric) {
        return switch (metric.getMetricType()) {
            case COUNTER -> "counter";
            case GAUGE, METER -> "gauge";
            case HISTOGRAM -> "summary";
        };
    }

    private static void append(String name, String labels, Metric metric, StringBuilder lines) {
        switch (metric.getMetricType()) {
            case COUNTER -> line(name, labels, (double) ((Counter) metric).getCount(), lines);
            case GAUGE -> gauge(name, labels, (Gauge<?>) metric, lines);
            case METER -> line(name, labels, ((Meter) metric).getRate(), lines);
            case HISTOGRAM -> histogram(name, labels, (Histogram) metric, lines);
        }
    }

    /** What is no number, such as a name or a version, is left out; so is what can't be asked just now. */
    private static void gauge(String name, String labels, Gauge<?> gauge, StringBuilder lines) {
        try {
            Object value = gauge.getValue();
            if (value instanceof Number number) {
                line(name, labels, number.doubleValue(), lines);
            } else if (value instanceof Boolean flag) {
                line(name, labels, flag ? 1 : 0, lines);
            }
        } catch (RuntimeException e) { // One gauge of a task that is ending must not hide all others.
            lines.append("# ").append(name).append(" is not to be had now\n");
        }
    }

    private static void histogram(String name, String labels, Histogram histogram, StringBuilder lines) {
        var statistics = histogram.getStatistics();
        for (double quantile : QUANTILES) {
            line(name, labels + ",quantile=\"" + quantile + '"', statistics.getQuantile(quantile), lines);
        }
        line(name + "_count", labels, (double) histogram.getCount(), lines);
    }

    private static void line(String name, String labels, double value, StringBuilder lines) {
        lines.append(name)
                .append('{')
                .append(labels)
                .append("} ")
                .append(number(value))
                .append('\n');
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
