package io.weir.parse;

import io.weir.rule.Condition;
import io.weir.rule.Condition.Quantified;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A condition in which patterns have become the names that they stand for, and names others where they have to. */
final class SpelledOut implements Condition.Cases<Condition> {

    private final Map<String, Condition.Named> names;
    private final Predicate<Quantified> isSpelledOut;

    private SpelledOut(Map<String, Condition.Named> names, Predicate<Quantified> isSpelledOut) {
        this.names = names;
        this.isSpelledOut = isSpelledOut;
    }

    /** The condition without any pattern, by its own names for selections to those that they have now. */
    static Condition all(Condition condition, Map<String, Condition.Named> names) {
        return condition.match(new SpelledOut(names, pattern -> true));
    }

    /** The condition without the patterns that take in names which begin with an underscore. */
    static Condition hidden(Condition condition, Map<String, Condition.Named> names) {
        return condition.match(
                new SpelledOut(names, pattern -> pattern.pattern().startsWith("_")));
    }

    @Override
    public Condition named(Condition.Named condition) {
        return names.getOrDefault(condition.selection(), condition);
    }

    @Override
    public Condition not(Condition.Not condition) {
        return new Condition.Not(condition.operand().match(this));
    }

    @Override
    public Condition allOf(Condition.AllOf condition) {
        return new Condition.AllOf(each(condition.operands()));
    }

    @Override
    public Condition anyOf(Condition.AnyOf condition) {
        return new Condition.AnyOf(each(condition.operands()));
    }

    private List<Condition> each(List<Condition> operands) {
        return operands.stream().map(operand -> operand.match(this)).toList();
    }

    @Override
    public Condition quantified(Condition.Quantified condition) {
        if (!isSpelledOut.test(condition)) {
            return condition;
        }
        var covered = names.entrySet().stream()
                .filter(entry -> condition.covers(entry.getKey()))
                .<Condition>map(Map.Entry::getValue)
                .toList();
        return switch (condition.quantifier()) {
            case ONE -> new Condition.AnyOf(covered);
            case ALL -> new Condition.AllOf(covered);
        };
    }
}
