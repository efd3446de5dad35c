package io.weir.pipeline;

import io.weir.rule.Condition;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a transformation is applied: conditions of one kind, and how they are joined.
 *
 * @param conditions by name; those of a list are named by their numbers
 * @param expression over those names
 * @param negated whether the whole must not hold
 * @param <C> the kind of condition
 */
public record Guard<C>(Map<String, C> conditions, Condition expression, boolean negated) {

    public Guard {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Whether the conditions, tested one by one, hold as they are joined. */
    boolean holds(Test<C> test) throws Unfit {
        var truths = new HashMap<String, Boolean>();
        for (var condition : conditions.entrySet()) {
            truths.put(condition.getKey(), test.holds(condition.getValue()));
        }
        return expression.isTrueWhere(name -> truths.getOrDefault(name, false)) != negated;
    }

    /** How one condition is tested. */
    interface Test<C> {
        boolean holds(C condition) throws Unfit;
    }
}
