package io.weir.pipeline;

import io.weir.rule.Position;

/**
 * A transformation of a pipeline and when it is applied.
 *
 * @param id by which conditions refer to it, or empty
 * @param type the transformation's name in pipelines
 * @param transformation what it does
 * @param rules to which rules
 * @param items to which of their detection items
 * @param fields to which fields
 * @param position where it stands in its file
 */
public record PipelineItem(
        String id,
        String type,
        Transformation transformation,
        Guard<RuleCondition> rules,
        Guard<ItemCondition> items,
        Guard<FieldCondition> fields,
        Position position) {

    /** The transformation as messages name it: {@code rule_failure 'no_linux', site.yml:7}. */
    String described() {
        var name = id.isEmpty() ? type : type + " '" + id + "'";
        return name + ", " + position.file() + ":" + position.line();
    }

    DetectionDraft apply(DetectionDraft rule, Run run) throws Unfit {
        return takes(rule, run)
                ? transformation.apply(rule.with(rule.preamble().appliedBy(id)), new Step(this, run))
                : rule;
    }

    CorrelationDraft apply(CorrelationDraft rule, Run run) throws Unfit {
        return transformation.isForCorrelations() && takes(rule, run)
                ? transformation.apply(rule.with(rule.preamble().appliedBy(id)), new Step(this, run))
                : rule;
    }

    /** Without a condition every rule is taken, even where the conditions are negated. */
    private boolean takes(RuleDraft rule, Run run) throws Unfit {
        return rules.isEmpty() || rules.holds(condition -> condition.holds(rule, run));
    }
}
