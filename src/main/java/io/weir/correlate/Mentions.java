package io.weir.correlate;

import io.weir.rule.Condition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that an expression names.
 *
 * @param matched those whose match can make it true
 * @param unmatched those whose match can make it false
 */
record Mentions(Set<String> matched, Set<String> unmatched) {

    static Mentions of(Condition expression) {
        var mentions = new Mentions(new TreeSet<>(), new TreeSet<>());
        expression.match(new Reader(mentions.matched, mentions.unmatched));
        return mentions;
    }

    /** Goes through an expression; under a negation the two change places. */
    private record Reader(Set<String> matched, Set<String> unmatched) implements Condition.Cases<Boolean> {

        @Override
        public Boolean named(Condition.Named named) {
            return matched.add(named.selection());
        }

        @Override
        public Boolean not(Condition.Not not) {
            return not.operand().match(new Reader(unmatched, matched));
        }

        @Override
        public Boolean allOf(Condition.AllOf all) {
            return each(all.operands());
        }

        @Override
        public Boolean anyOf(Condition.AnyOf any) {
            return each(any.operands());
        }

        private boolean each(List<Condition> operands) {
            operands.forEach(operand -> operand.match(this));
            return true;
        }

        @Override
        public Boolean quantified(Condition.Quantified quantified) {
            throw new IllegalArgumentException("a correlation's condition has no quantifier");
        }
    }
}
