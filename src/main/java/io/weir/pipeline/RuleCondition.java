package io.weir.pipeline;

import io.weir.rule.LogSource;
import io.weir.rule.SigmaValue;

/** A condition on rules: pySigma's {@code rule_conditions}. */
public sealed interface RuleCondition {

    /** Whether it holds of the rule as it is now. */
    boolean holds(RuleDraft rule, Run run) throws Unfit;

    /** {@code logsource}: the rule's log source states at least the same; that of one of its rules, where it is a correlation. */
    record LogSourceIs(LogSource wanted) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) {
            return rule.logSources().stream().anyMatch(this::takesIn);
        }

        private boolean takesIn(LogSource other) {
            return fits(wanted.product(), other.product())
                    && fits(wanted.category(), other.category())
                    && fits(wanted.service(), other.service());
        }

        private static boolean fits(String stated, String other) {
            return stated.isEmpty() || stated.equals(other);
        }
    }

    /** {@code contains_field}: an item of the rule has that field. */
    record HasField(String field) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) {
            return rule.items().anyMatch(item -> item.field().equals(field));
        }
    }

    /** {@code contains_detection_item}: an item of the rule has that field and that value among its values. */
    record HasItem(String field, SigmaValue value) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) {
            return rule.items()
                    .filter(item -> item.field().equals(field))
                    .flatMap(item -> item.values().stream())
                    .anyMatch(held -> SameValue.isSameKind(held, value));
        }
    }

    /** {@code processing_item_applied}: the transformation of that id was applied to the rule. */
    record IsChangedBy(String id) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) {
            return rule.preamble().applied().contains(id);
        }
    }

    /** {@code processing_state}. */
    record HasState(StateComparison test) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) throws Unfit {
            return test.holds(run);
        }
    }

    /** {@code is_sigma_rule} and {@code is_sigma_correlation_rule}. */
    record IsCorrelation(boolean wanted) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) {
            return rule.isCorrelation() == wanted;
        }
    }

    /** {@code rule_attribute}. */
    record HasAttribute(AttributeComparison test) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) throws Unfit {
            return test.holds(rule.preamble());
        }
    }

    /** {@code tag}: the rule has that tag. */
    record HasTag(String tag) implements RuleCondition {
        @Override
        public boolean holds(RuleDraft rule, Run run) {
            return rule.preamble().header().tags().contains(tag);
        }
    }
}
