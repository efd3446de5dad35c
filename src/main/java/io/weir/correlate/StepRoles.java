package io.weir.correlate;

import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.StepChoice;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which steps of a linked correlation the events of a group's own process may stand for, and which those of its descendants.
 *
 * @param own a process makes a group where an event of it matches one of these: of an ordered correlation those that a sequence may begin
 *     with, else all whose match can make the condition true
 * @param below what the events of its descendants may stand for: of an ordered correlation all but those that a sequence always begins with
 */
record StepRoles(Set<Integer> own, Set<Integer> below) {

    StepRoles {
        own = Set.copyOf(own);
        below = Set.copyOf(below);
    }

    static StepRoles of(CorrelationRule rule) {
        return rule.type() == CorrelationType.TEMPORAL_ORDERED ? ordered(rule) : unordered(rule);
    }

    private static StepRoles ordered(CorrelationRule rule) {
        var own = new HashSet<Integer>();
        var below = new HashSet<Integer>();
        for (var choice : StepChoice.of(rule)) {
            int first = choice.matched().first();
            own.add(first);
            below.addAll(choice.matched().tailSet(first + 1));
            below.addAll(choice.unmatched());
        }
        return new StepRoles(own, below);
    }

    private static StepRoles unordered(CorrelationRule rule) {
        var all = IntStream.range(0, rule.steps().size()).boxed().collect(Collectors.toSet());
        return new StepRoles(
                rule.condition().match(new CorrelationCondition.Cases<Set<Integer>>() {
                    @Override
                    public Set<Integer> measured(CorrelationCondition.Measured condition) {
                        return all;
                    }

                    @Override
                    public Set<Integer> extended(CorrelationCondition.Extended condition) {
                        var numbers = StepChoice.numbers(rule);
                        return Mentions.of(condition.expression()).matched().stream()
                                .map(numbers::get)
                                .collect(Collectors.toSet());
                    }
                }),
                all);
    }
}
