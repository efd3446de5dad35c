package io.weir.pipeline;

import io.weir.rule.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A condition without the selections of which nothing is left: those that it joins stand without them, as pySigma has it. */
final class Leftover implements Condition.Cases<Optional<Condition>> {

    private final Set<String> left;

    private Leftover(Set<String> left) {
        this.left = left;
    }

    /** The conditions of which something is left. */
    static List<Condition> of(List<Condition> conditions, Set<String> left) {
        return new Leftover(left).each(conditions);
    }

    private List<Condition> each(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> condition.match(this).stream())
                .toList();
    }

    @Override
    public Optional<Condition> named(Condition.Named condition) {
        return left.contains(condition.selection()) ? Optional.of(condition) : Optional.empty();
    }

    @Override
    public Optional<Condition> not(Condition.Not condition) {
        return condition.operand().match(this).map(Condition.Not::new);
    }

    @Override
    public Optional<Condition> allOf(Condition.AllOf condition) {
        var operands = each(condition.operands());
        return operands.isEmpty() ? Optional.empty() : Optional.of(new Condition.AllOf(operands));
    }

    @Override
    public Optional<Condition> anyOf(Condition.AnyOf condition) {
        var operands = each(condition.operands());
        return operands.isEmpty() ? Optional.empty() : Optional.of(new Condition.AnyOf(operands));
    }

    @Override
    public Optional<Condition> quantified(Condition.Quantified condition) {
        return left.stream().anyMatch(condition::covers) ? Optional.of(condition) : Optional.empty();
    }
}
