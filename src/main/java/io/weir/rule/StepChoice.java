package io.weir.rule;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way to fulfil the condition of a {@link CorrelationType#TEMPORAL_ORDERED} correlation. Steps are numbers, counted from 0.
 *
 * @param matched steps that must have matched, in their order; at least one
 * @param unmatched steps that must not have matched
 */
public record StepChoice(SortedSet<Integer> matched, SortedSet<Integer> unmatched) {

    /** A condition that takes more choices than these is not run: it would be looked for as often. */
    public static final int MOST = 64;

    private static final Comparator<StepChoice> ORDER = Comparator.<StepChoice>comparingInt(
                    choice -> -choice.matched().size())
            .thenComparing(choice -> choice.matched().toString())
            .thenComparing(choice -> choice.unmatched().toString());

    public StepChoice {
        matched = Collections.unmodifiableSortedSet(new TreeSet<>(matched));
        unmatched = Collections.unmodifiableSortedSet(new TreeSet<>(unmatched));
    }

    private StepChoice and(StepChoice other) {
        var both = new TreeSet<>(matched);
        both.addAll(other.matched);
        var neither = new TreeSet<>(unmatched);
        neither.addAll(other.unmatched);
        return new StepChoice(both, neither);
    }

    private boolean isPossible() {
        return Collections.disjoint(matched, unmatched);
    }

    private boolean asksForLessThan(StepChoice other) {
        return !equals(other) && other.matched.containsAll(matched) && other.unmatched.containsAll(unmatched);
    }

    /**
     * The ways to fulfil the condition of an ordered correlation, none of which asks for more than another one, in a fixed order. Where the
     * condition is no lower bound of how many rules match, these are all that a sequence may have. Of more than {@link #MOST} there are some,
     * too many.
     */
    public static List<StepChoice> of(CorrelationRule rule) {
        int steps = rule.steps().size();
        return rule.condition().match(new CorrelationCondition.Cases<>() {
            @Override
            public List<StepChoice> measured(CorrelationCondition.Measured condition) {
                return Comparison.areLowerBounds(condition.comparisons())
                        ? ofSize(Comparison.least(condition.comparisons(), steps), steps)
                        : ofAnySize(steps);
            }

            @Override
            public List<StepChoice> extended(CorrelationCondition.Extended condition) {
                return of(condition.expression(), numbers(rule));
            }
        });
    }

    /** The number of each rule that the correlation refers to: of one that it names twice, the first. */
    public static Map<String, Integer> numbers(CorrelationRule rule) {
        var numbers = new HashMap<String, Integer>();
        for (int step = 0; step < rule.steps().size(); step++) {
            numbers.putIfAbsent(rule.steps().get(step).rule(), step);
        }
        return numbers;
    }

    private static List<StepChoice> ofAnySize(int steps) {
        return IntStream.iterate(steps, size -> size > 0, size -> size - 1)
                .boxed()
                .flatMap(size -> ofSize(size, steps).stream())
                .limit(MOST + 1L)
                .toList();
    }

    /**
     * The ways to fulfil an expression, none of which asks for more than another one, in a fixed order. Of more than {@link #MOST} there are
     * some, too many.
     *
     * @param steps the numbers of the rules that the expression names
     */
    public static List<StepChoice> of(Condition expression, Map<String, Integer> steps) {
        var all = expression.match(new Choices(steps, true));
        return all.stream()
                .filter(choice -> all.stream().noneMatch(other -> other.asksForLessThan(choice)))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** All ways to choose so many out of the first steps, in a fixed order. Of more than {@link #MOST} there are some, too many. */
    public static List<StepChoice> ofSize(int size, int steps) {
        var none = new StepChoice(new TreeSet<>(), new TreeSet<>());
        var chosen = List.of(none);
        for (int taken = 0; taken < size; taken++) {
            chosen = chosen.stream()
                    .flatMap(choice -> IntStream.range(choice.matched.isEmpty() ? 0 : choice.matched.last() + 1, steps)
                            .mapToObj(
                                    step -> choice.and(new StepChoice(new TreeSet<>(List.of(step)), new TreeSet<>()))))
                    .filter(choice -> choice.matched.last() + size - choice.matched.size() < steps)
                    .limit(MOST + 1L)
                    .toList();
        }
        return chosen.stream().sorted(ORDER).toList();
    }

    /** The choices of an expression, or of its opposite. */
    private record Choices(Map<String, Integer> steps, boolean holds) implements Condition.Cases<List<StepChoice>> {

        @Override
        public List<StepChoice> named(Condition.Named named) {
            var step = new TreeSet<>(List.of(steps.getOrDefault(named.selection(), -1)));
            return List.of(holds ? new StepChoice(step, new TreeSet<>()) : new StepChoice(new TreeSet<>(), step));
        }

        @Override
        public List<StepChoice> not(Condition.Not not) {
            return not.operand().match(new Choices(steps, !holds));
        }

        @Override
        public List<StepChoice> allOf(Condition.AllOf all) {
            return holds ? together(all.operands()) : either(all.operands());
        }

        @Override
        public List<StepChoice> anyOf(Condition.AnyOf any) {
            return holds ? either(any.operands()) : together(any.operands());
        }

        private List<StepChoice> either(List<Condition> operands) {
            return bounded(operands.stream().flatMap(operand -> operand.match(this).stream()));
        }

        private List<StepChoice> together(List<Condition> operands) {
            List<StepChoice> all = List.of(new StepChoice(new TreeSet<>(), new TreeSet<>()));
            for (var operand : operands) {
                var more = operand.match(this);
                all = bounded(all.stream().flatMap(one -> more.stream().map(one::and)));
            }
            return all;
        }

        private static List<StepChoice> bounded(Stream<StepChoice> choices) {
            return choices.filter(StepChoice::isPossible)
                    .distinct()
                    .limit(MOST + 1L)
                    .toList();
        }

        @Override
        public List<StepChoice> quantified(Condition.Quantified quantified) {
            throw new IllegalArgumentException("a correlation's condition has no quantifier");
        }
    }
}
