package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.detection;

import io.weir.match.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Correlations of every type over the detections of {@link Telemetry}, in sets that are run together. */
enum Rules {
    COUNTS(
            count("count-user", "event_count", "[%s]".formatted(A), "10s", "    group-by: [User]", "gte: 3"),
            count("count-all", "event_count", "[%s, %s]".formatted(A, B), "20s", "    generate: true", "gt: 1"),
            count("values", "value_count", "[%s, %s]".formatted(A, B), "20s", "", "field: Image, gte: 2"),
            count("tuples", "value_count", "[%s]".formatted(C), "10s", "", "field: [User, Image], gte: 3"),
            count("few", "event_count", "[%s]".formatted(A), "10s", "    group-by: [User]", "lte: 2"),
            count("range", "event_count", "[%s, %s]".formatted(A, C), "10s", "", "gt: 1, lt: 4"),
            count("one-value", "value_count", "[%s]".formatted(B), "20s", "    group-by: User", "field: Image, eq: 1")),
    TEMPORAL(
            temporal("all", "temporal", "[%s, %s, %s]".formatted(A, B, C), "10s", "    group-by: [User]", ""),
            temporal("two-of-three", "temporal", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "{gte: 2}"),
            temporal("not-two", "temporal", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "{neq: 2}"),
            temporal("either", "temporal", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "(a or b) and c"),
            temporal("without", "temporal", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "a and b and not c"),
            temporal("neither", "temporal", "[%s, %s]".formatted(A, B), "20s", "    group-by: [User]", "a and not b")),
    ORDERED(
            temporal("two-in-order", "temporal_ordered", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "{gte: 2}"),
            temporal("at-most-two", "temporal_ordered", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "{lte: 2}"),
            temporal("either-then", "temporal_ordered", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "(a or b) and c"),
            temporal("then-not", "temporal_ordered", "[%s, %s, %s]".formatted(A, B, C), "10s", "", "a and not b and c"),
            temporal(
                    "again", "temporal_ordered", "[%s, %s, %s]".formatted(A, B, A), "10s", "    group-by: [User]", "")),
    NUMBERS(
            count("sum", "value_sum", "[%s]".formatted(A), "10s", "    group-by: [User]", "field: Bytes, gte: 5"),
            count("sum-all", "value_sum", "[%s, %s]".formatted(A, B), "20s", "", "field: Bytes, gt: 7.5"),
            count("small-sum", "value_sum", "[%s]".formatted(B), "10s", "", "field: Bytes, lt: 3"),
            count("mean", "value_avg", "[%s, %s]".formatted(A, C), "10s", "", "field: Bytes, gt: 2"),
            count("mean-is", "value_avg", "[%s]".formatted(B), "20s", "", "field: Bytes, eq: 1.5"),
            count("p90", "value_percentile", "[%s]".formatted(A), "10s", "", "field: Bytes, percentile: 90, gte: 4"),
            count("median", "value_percentile", "[%s, %s]".formatted(B, C), "20s", "", "field: Bytes, lt: 2")),
    LINKS(
            temporal("own", "temporal", "[%s, %s]".formatted(A, B), "10s", "    link: process", ""),
            temporal("tree", "temporal", "[%s, %s]".formatted(A, B), "10s", "    link: process-tree", ""),
            temporal(
                    "quiet-tree",
                    "temporal",
                    "[%s, %s]".formatted(A, B),
                    "10s",
                    "    link: process-tree",
                    "a and not b"),
            temporal(
                    "tree-order",
                    "temporal_ordered",
                    "[%s, %s, %s]".formatted(A, B, C),
                    "10s",
                    "    link: process-tree",
                    "(a or b) and c"),
            count("busy", "event_count", "[%s]".formatted(B), "10s", "    link: process", "gte: 2"),
            count("busy-tree", "event_count", "[%s, %s]".formatted(A, B), "20s", "    link: process-tree", "gte: 3"),
            count("idle", "event_count", "[%s]".formatted(C), "10s", "    link: process", "eq: 1"),
            count(
                    "spread",
                    "value_count",
                    "[%s]".formatted(C),
                    "20s",
                    "    link: process-tree",
                    "field: User, gte: 2")),
    CHAINS(
            count("many", "event_count", "[%s]".formatted(A), "10s", "    group-by: [User]", "gte: 2"),
            temporal("then", "temporal_ordered", "[many, %s]".formatted(B), "20s", "    group-by: [User]", ""),
            count("often", "event_count", "[then, %s]".formatted(C), "20s", "", "gte: 2"),
            temporal("linked", "temporal_ordered", "[%s, %s]".formatted(A, C), "10s", "    link: process-tree", ""),
            temporal("hosts", "temporal", "[linked, %s]".formatted(B), "20s", "", "linked and b"),
            temporal("unless", "temporal", "[%s, few]".formatted(C), "10s", "    group-by: [User]", "c and not few"),
            count("few", "event_count", "[%s]".formatted(B), "10s", "    group-by: [User]", "lt: 2"),
            count("same-image", "value_count", "[many]", "20s", "    generate: true", "field: User, gte: 2")),
    ALIASES(
            temporal(
                    "alias",
                    "temporal",
                    "[%s, %s]".formatted(A, B),
                    "10s",
                    "    group-by: [who]\n    aliases: {who: {a: User, b: Target}}",
                    ""),
            count(
                    "alias-values",
                    "value_count",
                    "[%s, %s]".formatted(A, B),
                    "20s",
                    "    aliases: {who: {a: User, b: Target}}",
                    "field: who, gte: 2"),
            temporal(
                    "alias-order",
                    "temporal_ordered",
                    "[%s, %s, %s]".formatted(A, B, C),
                    "10s",
                    "    group-by: [who]\n    aliases: {who: {a: User, b: Target, c: User}}",
                    "{gte: 2}"),
            count(
                    "alias-count",
                    "event_count",
                    "[alias]",
                    "20s",
                    "    group-by: [of]\n    aliases: {of: {alias: who}}",
                    "gte: 1"));

    @SuppressWarnings("ImmutableEnumChecker") // A rule set is immutable.
    private final RuleSet rules;

    Rules(String... correlations) {
        var detections = Stream.of(detection(A, "a"), detection(B, "b"), detection(C, "c"));
        this.rules = Telemetry.rules(
                Stream.concat(detections, Stream.of(correlations)).toArray(String[]::new));
    }

    RuleSet rules() {
        return rules;
    }

    private static String count(
            String name, String type, String steps, String timespan, String more, String condition) {
        return correlation(name, type, steps, timespan, more, "    condition: {%s}".formatted(condition));
    }

    private static String temporal(
            String name, String type, String steps, String timespan, String more, String condition) {
        return correlation(name, type, steps, timespan, more, condition.isEmpty() ? "" : "    condition: " + condition);
    }

    private static String correlation(
            String name, String type, String steps, String timespan, String more, String condition) {
        var lines = new ArrayList<>(List.of(
                "title: Correlation " + name,
                "name: " + name,
                "level: medium",
                "correlation:",
                "    type: " + type,
                "    rules: " + steps,
                "    timespan: " + timespan));
        Stream.of(more, condition).filter(text -> !text.isEmpty()).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }
}
