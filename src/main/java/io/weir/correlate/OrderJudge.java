package io.weir.correlate;

import io.weir.rule.StepChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rules that matched in a window in their order, while others did not match at all. What is found is the last sequence of the window.
 *
 * @param choices of which one must be there
 */
record OrderJudge(List<StepChoice> choices) implements Judge {

    OrderJudge {
        choices = List.copyOf(choices);
    }

    @Override
    public Optional<Finding> of(Timeline timeline, List<Placed> window, Predicate<Placed> begins) {
        var matched = new HashSet<Integer>();
        window.forEach(event -> matched.addAll(event.steps()));
        return choices.stream()
                .filter(choice -> isOpen(choice, matched))
                .flatMap(choice -> last(timeline, choice, window, begins).stream())
                .findFirst()
                .map(sequence -> Finding.of(sequence, ""));
    }

    private static boolean isOpen(StepChoice choice, Set<Integer> matched) {
        return matched.containsAll(choice.matched())
                && choice.unmatched().stream().noneMatch(matched::contains);
    }

    /** The sequence that the last event of the window which ends one ends, or none. */
    static Optional<List<Placed>> last(
            Timeline timeline, StepChoice choice, List<Placed> window, Predicate<Placed> begins) {
        var search = new SequenceSearch(timeline, List.copyOf(choice.matched()), begins);
        long from = window.get(0).time().micros();
        long to = window.get(window.size() - 1).time().micros();
        var backwards = new ArrayList<>(window);
        Collections.reverse(backwards);
        return backwards.stream()
                .flatMap(event -> search.endingWith(event, from, to).stream())
                .findFirst();
    }
}
