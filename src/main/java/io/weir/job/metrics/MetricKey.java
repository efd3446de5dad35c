package io.weir.job.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MetricGroup;

/**
 * What Prometheus calls a metric.
 *
 * @param family its name
 * @param labels what tells it from others of that name, as text between braces
 */
record MetricKey(String family, String labels) {

    private static final char SEPARATOR = '_';

    static MetricKey of(String name, MetricGroup group) {
        var scope = LogicalScopeProvider.castFrom(group).getLogicalScope(MetricKey::allowed, SEPARATOR);
        return new MetricKey("flink_" + scope + SEPARATOR + allowed(name), labels(group.getAllVariables()));
    }

    static String allowed(String text) {
        return text.replaceAll("[^a-zA-Z0-9:_]", "_");
    }

    /** Flink has the names of variables in angle brackets. */
    private static String labels(Map<String, String> variables) {
        return new TreeMap<>(variables)
                .entrySet().stream()
                        .map(entry -> allowed(entry.getKey().replaceAll("[<>]", "")) + "=\"" + escaped(entry.getValue())
                                + '"')
                        .collect(Collectors.joining(","));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
