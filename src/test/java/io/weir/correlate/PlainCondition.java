package io.weir.correlate;

import io.weir.rule.Comparison;
import io.weir.rule.Condition;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The condition of one correlation, for {@link PlainJudge}: what fulfils it is found by trying everything. */
final class PlainCondition {

    private final CorrelationRule rule;

    /** Of the temporal types, the choices of which nothing can be left out, those of more steps first. */
    private final List<Choice> choices;

    PlainCondition(CorrelationRule rule) {
        this.rule = rule;
        this.choices = rule.type().isTemporal() ? find() : List.of();
    }

    CorrelationRule rule() {
        return rule;
    }

    /** Whether it is looked at window by window. */
    boolean settles() {
        return rule.condition() instanceof CorrelationCondition.Measured
                ? !PlainValue.onlyLowerBounds(rule)
                        || rule.type() == CorrelationType.VALUE_AVG
                        || rule.type() == CorrelationType.VALUE_PERCENTILE
                : choices.stream().anyMatch(choice -> !choice.no().isEmpty());
    }

    /** Whether an event that matches the step gives its process a group, under a link. */
    boolean mayBegin(int step) {
        if (rule.type() == CorrelationType.TEMPORAL_ORDERED) {
            boolean counts = rule.condition() instanceof CorrelationCondition.Measured;
            return (counts && settles())
                    || choices.stream().anyMatch(choice -> choice.yes().first() == step);
        }
        return rule.condition() instanceof CorrelationCondition.Measured
                || choices.stream().anyMatch(choice -> choice.yes().contains(step));
    }

    /** Whether an event of a descendant that matches the step is of use to a group, where there is an order. */
    boolean mayFollow(int step) {
        boolean counts = rule.condition() instanceof CorrelationCondition.Measured;
        return (counts && settles())
                ? step > 0
                : choices.stream()
                        .anyMatch(choice -> choice.no().contains(step)
                                || (choice.yes().contains(step) && choice.yes().first() != step));
    }

    /** Steps that make the condition true where they have matched, and others have not. */
    record Choice(TreeSet<Integer> yes, TreeSet<Integer> no) {

        boolean isPartOf(Choice other) {
            return !equals(other) && other.yes.containsAll(yes) && other.no.containsAll(no);
        }
    }

    List<Choice> choices() {
        return choices;
    }

    private List<Choice> find() {
        int steps = rule.steps().size();
        var enough = new ArrayList<Choice>();
        for (int code = 0; code < Math.pow(3, steps); code++) {
            var choice = new Choice(new TreeSet<>(), new TreeSet<>());
            int rest = code;
            for (int step = 0; step < steps; step++, rest /= 3) {
                if (rest % 3 == 1) {
                    choice.yes().add(step);
                } else if (rest % 3 == 2) {
                    choice.no().add(step);
                }
            }
            if (!choice.yes().isEmpty() && isEnough(choice)) {
                enough.add(choice);
            }
        }
        return enough.stream()
                .filter(choice -> enough.stream().noneMatch(other -> other.isPartOf(choice)))
                .sorted(Comparator.<Choice>comparingInt(choice -> -choice.yes().size())
                        .thenComparing(choice -> choice.yes().toString())
                        .thenComparing(choice -> choice.no().toString()))
                .toList();
    }

    private boolean isEnough(Choice choice) {
        int steps = rule.steps().size();
        return IntStream.range(0, 1 << steps)
                .mapToObj(mask -> {
                    var matched = new HashSet<Integer>();
                    IntStream.range(0, steps)
                            .filter(step -> (mask >> step & 1) == 1)
                            .forEach(matched::add);
                    matched.addAll(choice.yes());
                    matched.removeAll(choice.no());
                    return matched;
                })
                .allMatch(this::isFulfilledBy);
    }

    /** Whether matches of those steps and no others make it true. */
    boolean isFulfilledBy(Set<Integer> matched) {
        if (rule.condition() instanceof CorrelationCondition.Extended extended) {
            var names = new HashSet<String>();
            matched.forEach(step -> names.add(rule.steps().get(step).rule()));
            return isTrue(extended.expression(), names);
        }
        return compares(BigDecimal.valueOf(matched.size()));
    }

    private static boolean isTrue(Condition condition, Set<String> names) {
        if (condition instanceof Condition.Named named) {
            return names.contains(named.selection());
        } else if (condition instanceof Condition.Not not) {
            return !isTrue(not.operand(), names);
        } else if (condition instanceof Condition.AllOf every) {
            return every.operands().stream().allMatch(operand -> isTrue(operand, names));
        }
        return ((Condition.AnyOf) condition).operands().stream().anyMatch(operand -> isTrue(operand, names));
    }

    /** Whether the number fulfils the comparisons. */
    boolean compares(BigDecimal measured) {
        return ((CorrelationCondition.Measured) rule.condition())
                .comparisons().stream().allMatch(comparison -> holds(comparison, measured));
    }

    private static boolean holds(Comparison comparison, BigDecimal measured) {
        int sign = measured.subtract(comparison.number()).signum();
        return switch (comparison.operator()) {
            case LT -> sign < 0;
            case LTE -> sign <= 0;
            case GT -> sign > 0;
            case GTE -> sign >= 0;
            case EQ -> sign == 0;
            case NEQ -> sign != 0;
        };
    }
}
