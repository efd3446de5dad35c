package io.weir.correlate;

import io.weir.rule.Comparison;
import io.weir.rule.StepChoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How many of the rules matched in a window in their order: as many as the longest sequence has. What is found is the last sequence of that
 * length.
 *
 * @param choices of steps that a sequence may have, the longest first
 * @param comparisons all of them hold where there is an alert
 */
record OrderCountJudge(List<StepChoice> choices, List<Comparison> comparisons) implements Judge {

    @Override
    public Optional<Finding> of(Timeline timeline, List<Placed> window, Predicate<Placed> begins) {
        return choices.stream()
                .flatMap(choice -> OrderJudge.last(timeline, choice, window, begins).stream())
                .findFirst()
                .filter(sequence -> holds(sequence.size()))
                .map(sequence -> Finding.of(sequence, Integer.toString(sequence.size())));
    }

    private boolean holds(int size) {
        var count = BigDecimal.valueOf(size);
        return comparisons.stream().allMatch(comparison -> comparison.holds(count));
    }
}
