package io.weir.correlate;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.StepChoice;
import java.math.BigDecimal;
import java.util.List;

/** Finds out how the condition of a correlation has to be looked at. */
final class LookCompiler implements CorrelationCondition.Cases<Look> {

    private static final int MOST_COUNTED = 1_000_000;

    private final CorrelationRule rule;
    private final long timespan;

    private LookCompiler(CorrelationRule rule) {
        this.rule = rule;
        this.timespan = rule.timespan().micros();
    }

    static Look compile(CorrelationRule rule) {
        return rule.condition().match(new LookCompiler(rule));
    }

    @Override
    public Look measured(CorrelationCondition.Measured condition) {
        var comparisons = condition.comparisons();
        return Comparison.areLowerBounds(comparisons) && canBeSummedUp()
                ? atLeast(comparisons)
                : new Look.ByWindow(window(comparisons, condition.percentile()), isOrdered());
    }

    private boolean isOrdered() {
        return rule.type() == CorrelationType.TEMPORAL_ORDERED;
    }

    /** Whether a further event can only make the measure greater. */
    private boolean canBeSummedUp() {
        return switch (rule.type()) {
            case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED, VALUE_SUM -> true;
            case VALUE_AVG, VALUE_PERCENTILE -> false;
        };
    }

    private Look atLeast(List<Comparison> comparisons) {
        return switch (rule.type()) {
            case EVENT_COUNT -> sum(placed -> BigDecimal.ONE, comparisons);
            case VALUE_SUM -> sum(placed -> new BigDecimal(placed.value()), comparisons);
            case VALUE_COUNT -> values(Comparison.least(comparisons, MOST_COUNTED));
            case TEMPORAL -> rules(new RulesTest.Count(comparisons));
            case TEMPORAL_ORDERED -> ordered(StepChoice.of(rule));
            case VALUE_AVG, VALUE_PERCENTILE -> throw new IllegalArgumentException("no sum: " + rule.type());
        };
    }

    private Look sum(Weight weight, List<Comparison> comparisons) {
        return new Look.ByEvent(
                (timeline, begins) -> new SumCompletions(
                        timeline,
                        timespan,
                        weight,
                        sum -> comparisons.stream().allMatch(comparison -> comparison.holds(sum))),
                weight,
                0,
                rule.type() == CorrelationType.EVENT_COUNT && Comparison.least(comparisons, 2) > 1);
    }

    private Look values(int least) {
        return recent(new DistinctValues(least), least > 1);
    }

    /** One event may match several rules. */
    private Look rules(RulesTest test) {
        return recent(new MatchedRules(test), false);
    }

    private Look recent(RecentCompletions.Distinction distinction, boolean takesSeveral) {
        return new Look.ByEvent(
                (timeline, begins) -> new RecentCompletions(timeline, timespan, distinction),
                Weight.NONE,
                0,
                takesSeveral);
    }

    private Look ordered(List<StepChoice> choices) {
        var steps =
                choices.stream().map(choice -> List.copyOf(choice.matched())).toList();
        return new Look.ByEvent(
                (timeline, begins) -> new OrderedCompletions(timeline, timespan, steps, begins),
                Weight.NONE,
                SequenceSearch.SLACK_MICROS,
                steps.stream().allMatch(some -> some.size() > 1));
    }

    private Judge window(List<Comparison> comparisons, BigDecimal percentile) {
        return switch (rule.type()) {
            case EVENT_COUNT -> new NumberJudge(NumberJudge.events(), comparisons);
            case VALUE_COUNT -> new NumberJudge(NumberJudge.values(), comparisons);
            case VALUE_SUM -> new NumberJudge(NumberJudge.sum(), comparisons);
            case VALUE_AVG -> new NumberJudge(NumberJudge.mean(), comparisons);
            case VALUE_PERCENTILE -> new NumberJudge(NumberJudge.percentile(percentile), comparisons);
            case TEMPORAL -> new RulesJudge(new RulesTest.Count(comparisons));
            case TEMPORAL_ORDERED -> new OrderCountJudge(StepChoice.of(rule), comparisons);
        };
    }

    @Override
    public Look extended(CorrelationCondition.Extended condition) {
        var expression = condition.expression();
        var numbers = StepChoice.numbers(rule);
        boolean settles = !Mentions.of(expression).unmatched().isEmpty();
        if (isOrdered()) {
            var choices = StepChoice.of(rule);
            return settles ? new Look.ByWindow(new OrderJudge(choices), true) : ordered(choices);
        }
        var test = new RulesTest.Expression(expression, numbers);
        return settles ? new Look.ByWindow(new RulesJudge(test), false) : rules(test);
    }
}
