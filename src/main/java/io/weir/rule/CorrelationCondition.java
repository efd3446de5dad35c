package io.weir.rule;

import java.math.BigDecimal;
import java.util.List;

/** When what a correlation looks at is worth an alert (Sigma correlation rules specification, "Condition"). */
public sealed interface CorrelationCondition {

    <R> R match(Cases<R> cases);

    /** The fields whose values it looks at, as the correlation names them; often none. */
    List<String> fields();

    /**
     * Numbers that what is measured must compare with. For the temporal types the measure is how many different rules matched.
     *
     * @param comparisons all of them hold; at least one
     * @param fields whose values are counted, summed up and so on; none for the types that look at no field
     * @param percentile which percentile, from 0 to 100; zero but for {@link CorrelationType#VALUE_PERCENTILE}. Where the rule states
     *     none it is 50, the median
     */
    record Measured(List<Comparison> comparisons, List<String> fields, BigDecimal percentile)
            implements CorrelationCondition {
        public Measured {
            comparisons = List.copyOf(comparisons);
            fields = List.copyOf(fields);
            if (comparisons.isEmpty()) {
                throw new IllegalArgumentException("a condition compares with a number");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.measured(this);
        }
    }

    /**
     * pySigma's extended condition of the temporal types: which rules must have matched in the window, and which must not.
     *
     * @param expression over references to rules, each a {@link Condition.Named} with a reference of the correlation as it is in
     *     {@link CorrelationRule#steps}; no quantifiers
     */
    record Extended(Condition expression) implements CorrelationCondition {
        @Override
        public List<String> fields() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.extended(this);
        }
    }

    /** One answer for each kind of condition. */
    interface Cases<R> {
        R measured(Measured condition);

        R extended(Extended condition);
    }
}
