package io.weir.parse;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the measure of a correlation can be: a count is at least one, because a window begins with an event, and a count of different
 * rules at most how many there are.
 *
 * @param type what is measured
 * @param rules how many rules the correlation lists
 */
record Measures(CorrelationType type, int rules) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Whether some measure fulfils all of the comparisons. */
    boolean canFulfil(List<Comparison> comparisons) {
        var numbers = comparisons.stream().map(Comparison::number).toList();
        return candidates(numbers)
                .anyMatch(measure -> comparisons.stream().allMatch(comparison -> comparison.holds(measure)));
    }

    /** Measures of which one fulfils the comparisons with those numbers, if any measure at all does. */
    private Stream<BigDecimal> candidates(List<BigDecimal> numbers) {
        var near = Stream.concat(numbers.stream(), Stream.of(BigDecimal.ZERO))
                .flatMap(number -> IntStream.rangeClosed(-1, 2).mapToObj(step -> number.add(BigDecimal.valueOf(step))));
        return counted().isEmpty()
                ? Stream.concat(
                        near, numbers.stream().flatMap(a -> numbers.stream().flatMap(b -> between(a, b))))
                : near.filter(this::isCount);
    }

    private static Stream<BigDecimal> between(BigDecimal a, BigDecimal b) {
        var half = a.add(b).divide(TWO);
        return Stream.of(half, a.add(half).divide(TWO));
    }

    private boolean isCount(BigDecimal measure) {
        return measure.signum() > 0 && (!type.isTemporal() || measure.compareTo(BigDecimal.valueOf(rules)) <= 0);
    }

    /** What is counted, or nothing where the measure is no count. */
    String counted() {
        return switch (type) {
            case EVENT_COUNT -> "events";
            case VALUE_COUNT -> "values";
            case TEMPORAL, TEMPORAL_ORDERED -> "rules";
            case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> "";
        };
    }

    /** What the comparisons should be like, for a message. */
    String expected() {
        if (counted().isEmpty()) {
            return "comparisons that can hold together";
        }
        return type.isTemporal()
                ? "what a count of 1 to " + rules + " rules can fulfil"
                : "what a count of 1 or more " + counted() + " can fulfil";
    }
}
