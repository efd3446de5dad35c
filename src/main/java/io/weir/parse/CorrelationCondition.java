package io.weir.parse;

import io.weir.rule.Problem;
import java.math.BigDecimal;

/**
 * The condition of a {@code temporal_ordered} correlation: how many different rules must match. All of them is what the type means, so
 * that is the one count which this version takes.
 *
 * @param correlation the map that may have the condition
 * @param rules how many rules the correlation refers to
 */
record CorrelationCondition(Section correlation, int rules) {

    private static final String KEY = "condition";

    /** Adds a problem where there is a condition that is not {@code gte: <number of rules>}. */
    void check() {
        correlation.find(KEY).ifPresent(this::check);
    }

    private void check(Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach(this::check);
        } else {
            correlation
                    .log()
                    .add(
                            value.position(),
                            "a condition over rule names is not supported by this version",
                            "no condition, or gte: " + rules);
        }
    }

    private void check(Yaml.Entry criterion) {
        boolean all = criterion.key().text().equals("gte")
                && criterion.value() instanceof Yaml.Scalar count
                && count.type() == ScalarType.INTEGER
                && YamlNumber.of(count.text()).filter(this::isAll).isPresent();
        if (!all) {
            correlation
                    .log()
                    .add(Problem.at(
                                    criterion.key().position(),
                                    "a count of the rules that must match is not supported by this version")
                            .expecting("no condition, or gte: " + rules + " for all rules"));
        }
    }

    private boolean isAll(BigDecimal count) {
        return count.compareTo(BigDecimal.valueOf(rules)) == 0;
    }
}
