package io.weir.match;

import io.weir.rule.Condition;
import io.weir.rule.Detection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns what a condition says into what runs. */
final class ConditionCompiler implements Condition.Cases<Matcher> {

    private final Map<String, Matcher> selections;

    private ConditionCompiler(Map<String, Matcher> selections) {
        this.selections = selections;
    }

    /** The detection's conditions over its selections, compiled: any of them is enough. */
    static Matcher compile(Detection detection, Map<String, Matcher> selections) {
        var compiler = new ConditionCompiler(selections);
        return anyOf(compiler.all(detection.conditions()));
    }

    private List<Matcher> all(List<Condition> conditions) {
        return conditions.stream().map(condition -> condition.match(this)).toList();
    }

    private static Matcher anyOf(List<Matcher> parts) {
        return parts.size() == 1 ? parts.get(0) : new Matcher.AnyOf(parts);
    }

    @Override
    public Matcher named(Condition.Named condition) {
        return Objects.requireNonNull(selections.get(condition.selection()), condition.selection());
    }

    @Override
    public Matcher not(Condition.Not condition) {
        return new Matcher.Not(condition.operand().match(this));
    }

    @Override
    public Matcher allOf(Condition.AllOf condition) {
        return new Matcher.AllOf(all(condition.operands()));
    }

    @Override
    public Matcher anyOf(Condition.AnyOf condition) {
        return anyOf(all(condition.operands()));
    }

    @Override
    public Matcher quantified(Condition.Quantified condition) {
        var chosen = selections.keySet().stream()
                .filter(condition::covers)
                .map(selections::get)
                .map(Objects::requireNonNull)
                .toList();
        return switch (condition.quantifier()) {
            case ONE -> new Matcher.AnyOf(chosen);
            case ALL -> chosen.isEmpty() ? new Matcher.AnyOf(chosen) : new Matcher.AllOf(chosen);
        };
    }
}
