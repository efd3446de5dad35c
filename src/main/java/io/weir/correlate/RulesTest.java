package io.weir.correlate;

import io.weir.rule.Comparison;
import io.weir.rule.Condition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the condition of a temporal correlation says of a window: which rules must have matched in it. Rules are the numbers of their steps. */
interface RulesTest {

    boolean holds(Set<Integer> matched);

    /** What an alert says was measured where so many rules matched. */
    String measured(int rules);

    /** So many different rules. */
    record Count(List<Comparison> comparisons) implements RulesTest {

        @Override
        public boolean holds(Set<Integer> matched) {
            var count = BigDecimal.valueOf(matched.size());
            return comparisons.stream().allMatch(comparison -> comparison.holds(count));
        }

        @Override
        public String measured(int rules) {
            return Integer.toString(rules);
        }
    }

    /**
     * These rules and not those.
     *
     * @param steps the number of each rule that the expression names
     */
    record Expression(Condition condition, Map<String, Integer> steps) implements RulesTest {

        @Override
        public boolean holds(Set<Integer> matched) {
            return condition.isTrueWhere(rule -> matched.contains(steps.get(rule)));
        }

        @Override
        public String measured(int rules) {
            return "";
        }
    }
}
