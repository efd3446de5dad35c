package io.weir.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a correlation looks at in the matches of a window (Sigma correlation rules specification, "Correlation Types"). */
public enum CorrelationType {
    /** How many events matched. */
    EVENT_COUNT,
    /** How many distinct values a field has, or several fields have together. */
    VALUE_COUNT,
    /** Which of the rules matched, in any order. */
    TEMPORAL,
    /** A match of each rule, in the order of the references. */
    TEMPORAL_ORDERED,
    /** The sum of the numbers in a field. */
    VALUE_SUM,
    /** The mean of the numbers in a field. */
    VALUE_AVG,
    /** A percentile of the numbers in a field. */
    VALUE_PERCENTILE;

    /** The type as rules write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name, or none; case counts. */
    public static Optional<CorrelationType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    /** Whether the type looks at which rules matched, and not at a number. */
    public boolean isTemporal() {
        return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }
}
