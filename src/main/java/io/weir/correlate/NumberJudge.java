package io.weir.correlate;

import io.weir.rule.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A number that the events of a window come to, compared with others.
 *
 * @param measure which number
 * @param comparisons all of them hold where there is an alert
 */
record NumberJudge(Measure measure, List<Comparison> comparisons) implements Judge {

    @Override
    public Optional<Finding> of(Timeline timeline, List<Placed> window, Predicate<Placed> begins) {
        var measured = measure.of(window);
        return comparisons.stream().allMatch(measured::fulfils)
                ? Optional.of(Finding.of(measure.evidence(window), measured.text()))
                : Optional.empty();
    }

    /**
     * A fraction, so that a mean is compared exactly.
     *
     * @param above whole numbers or decimals
     * @param below how many; at least one
     */
    record Fraction(BigDecimal above, int below) {

        boolean fulfils(Comparison comparison) {
            var bound = comparison.number().multiply(BigDecimal.valueOf(below));
            return new Comparison(comparison.operator(), bound).holds(above);
        }

        String text() {
            return above.divide(BigDecimal.valueOf(below), MathContext.DECIMAL64)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /** What of a window is measured. A window has an event at least. */
    interface Measure {

        Fraction of(List<Placed> window);

        /** The events that an alert shows. */
        default List<Placed> evidence(List<Placed> window) {
            return window;
        }
    }

    /** How many events. */
    static Measure events() {
        return window -> new Fraction(BigDecimal.valueOf(window.size()), 1);
    }

    /** How many different values; shown is the first event of each. */
    static Measure values() {
        return new Measure() {
            @Override
            public Fraction of(List<Placed> window) {
                return new Fraction(BigDecimal.valueOf(evidence(window).size()), 1);
            }

            @Override
            public List<Placed> evidence(List<Placed> window) {
                return DistinctValues.firsts(window);
            }
        };
    }

    /** The sum, in the order of the events. */
    static Measure sum() {
        return window -> new Fraction(total(window), 1);
    }

    /** The mean. */
    static Measure mean() {
        return window -> new Fraction(total(window), window.size());
    }

    /**
     * The percentile by nearest rank: the least number that so many percent of all numbers are not greater than.
     *
     * @param percent from 0 to 100
     */
    static Measure percentile(BigDecimal percent) {
        return window -> {
            var sorted = window.stream().map(NumberJudge::number).sorted().toList();
            int rank = percent.multiply(BigDecimal.valueOf(sorted.size()))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.CEILING)
                    .intValue();
            return new Fraction(sorted.get(Math.max(rank, 1) - 1), 1);
        };
    }

    private static BigDecimal total(List<Placed> window) {
        return window.stream().map(NumberJudge::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Placed placed) {
        return new BigDecimal(placed.value());
    }
}
