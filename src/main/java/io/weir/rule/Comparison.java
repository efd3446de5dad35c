package io.weir.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number compared with what a correlation measures: {@code gte: 5}.
 *
 * @param operator how they compare
 * @param number the right-hand side
 */
public record Comparison(Operator operator, BigDecimal number) {

    /** Whether what was measured fulfils the comparison. */
    public boolean holds(BigDecimal measured) {
        int compared = measured.compareTo(number);
        return switch (operator) {
            case LT -> compared < 0;
            case LTE -> compared <= 0;
            case GT -> compared > 0;
            case GTE -> compared >= 0;
            case EQ -> compared == 0;
            case NEQ -> compared != 0;
        };
    }

    /** The comparison as rules write it. */
    public String label() {
        return operator.label() + ": " + number.toPlainString();
    }

    /** Whether a number that fulfils the comparisons leaves every greater one fulfil them, too. */
    public static boolean areLowerBounds(List<Comparison> comparisons) {
        return comparisons.stream().allMatch(comparison -> switch (comparison.operator) {
            case GT, GTE -> true;
            case LT, LTE, EQ, NEQ -> false;
        });
    }

    /** The least whole number, from 1 to the most, that fulfils comparisons all of which are lower bounds; the most where none does. */
    public static int least(List<Comparison> comparisons, int most) {
        int low = 1;
        int high = most;
        while (low < high) {
            int middle = (low + high) >>> 1;
            var number = BigDecimal.valueOf(middle);
            if (comparisons.stream().allMatch(comparison -> comparison.holds(number))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The comparisons of a correlation's condition (Sigma correlation rules specification, "Condition"). */
    public enum Operator {
        LT,
        LTE,
        GT,
        GTE,
        EQ,
        NEQ;

        /** The operator as rules write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The operator of that name, or none; case counts. */
        public static Optional<Operator> of(String label) {
            return Arrays.stream(values())
                    .filter(operator -> operator.label().equals(label))
                    .findFirst();
        }
    }
}
