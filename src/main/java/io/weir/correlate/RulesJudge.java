package io.weir.correlate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which rules matched in a window, in any order. What is found is the latest event of each rule, in the order of the rules.
 *
 * @param test which rules must have matched, and which not
 */
record RulesJudge(RulesTest test) implements Judge {

    @Override
    public Optional<Finding> of(Timeline timeline, List<Placed> window, Predicate<Placed> begins) {
        var latest = new TreeMap<Integer, Placed>();
        window.forEach(event -> event.steps().forEach(step -> latest.put(step, event)));
        return test.holds(latest.keySet())
                ? Optional.of(Finding.of(
                        new LinkedHashSet<>(latest.values()).stream().toList(), test.measured(latest.size())))
                : Optional.empty();
    }
}
