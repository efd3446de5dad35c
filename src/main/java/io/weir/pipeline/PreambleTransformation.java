package io.weir.pipeline;

/** A transformation of what rules of any kind say of themselves. */
sealed interface PreambleTransformation extends Transformation permits ShowFields, SetAttribute, SetState, RefuseRules {

    Preamble change(Preamble preamble, Step step) throws Unfit;

    @Override
    default DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit {
        return rule.with(change(rule.preamble(), step));
    }

    @Override
    default CorrelationDraft apply(CorrelationDraft rule, Step step) throws Unfit {
        return rule.with(change(rule.preamble(), step));
    }
}
