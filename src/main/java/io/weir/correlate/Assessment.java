package io.weir.correlate;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationType;
import io.weir.rule.StepChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a group lacked for an alert, and the events that came nearest.
 *
 * @param events in order
 */
record Assessment(Shortfall shortfall, List<Placed> events) {

    Assessment {
        events = List.copyOf(events);
    }

    /** What the group lacks, or none where, as far as this sees, it lacks nothing. */
    static Optional<Assessment> of(Correlation correlation, Gathered group) {
        return correlation.rule().condition().match(new CorrelationCondition.Cases<>() {
            @Override
            public Optional<Assessment> measured(CorrelationCondition.Measured condition) {
                return isAChoice(correlation, condition)
                        ? nearest(correlation, group, choices(correlation, condition))
                        : new Measuring(correlation, condition).nearest(group.events());
            }

            @Override
            public Optional<Assessment> extended(CorrelationCondition.Extended condition) {
                var numbers = StepChoice.numbers(correlation.rule());
                return nearest(correlation, group, StepChoice.of(condition.expression(), numbers));
            }
        });
    }

    private static boolean isAChoice(Correlation correlation, CorrelationCondition.Measured condition) {
        return switch (correlation.rule().type()) {
            case TEMPORAL, TEMPORAL_ORDERED -> Comparison.areLowerBounds(condition.comparisons());
            case EVENT_COUNT, VALUE_COUNT, VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> false;
        };
    }

    private static List<StepChoice> choices(Correlation correlation, CorrelationCondition.Measured condition) {
        int steps = correlation.rule().steps().size();
        return StepChoice.ofSize(Comparison.least(condition.comparisons(), steps), steps);
    }

    private static Optional<Assessment> nearest(Correlation correlation, Gathered group, List<StepChoice> choices) {
        var all = choices.stream()
                .map(choice -> new Sequencing(correlation, group, choice).assess())
                .toList();
        return all.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : all.stream()
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingDouble(one -> one.shortfall().nearness()));
    }

    static boolean isOrdered(Correlation correlation) {
        return correlation.rule().type() == CorrelationType.TEMPORAL_ORDERED;
    }

    static Stream<Placed> of(int step, List<Placed> events) {
        return events.stream().filter(event -> event.steps().contains(step));
    }
}
