package io.weir.match;

import io.weir.rule.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts ids for names into a correlation's expression, and gathers the rules that it names. */
final class RenamedRules implements Condition.Cases<Condition> {

    private final Map<String, String> ids;
    private final Set<String> named = new HashSet<>();

    RenamedRules(Map<String, String> ids) {
        this.ids = ids;
    }

    /** The ids of the rules that were named so far. */
    Set<String> named() {
        return Set.copyOf(named);
    }

    @Override
    public Condition named(Condition.Named name) {
        var id = ids.getOrDefault(name.selection(), name.selection());
        named.add(id);
        return new Condition.Named(id);
    }

    @Override
    public Condition not(Condition.Not not) {
        return new Condition.Not(not.operand().match(this));
    }

    @Override
    public Condition allOf(Condition.AllOf all) {
        return new Condition.AllOf(each(all.operands()));
    }

    @Override
    public Condition anyOf(Condition.AnyOf any) {
        return new Condition.AnyOf(each(any.operands()));
    }

    @Override
    public Condition quantified(Condition.Quantified quantified) {
        throw new IllegalStateException("a condition over rules has no quantifiers");
    }

    private List<Condition> each(List<Condition> operands) {
        return operands.stream().map(operand -> operand.match(this)).toList();
    }
}
