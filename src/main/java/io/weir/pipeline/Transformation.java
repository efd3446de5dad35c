package io.weir.pipeline;

/** One thing that a pipeline does to rules, by pySigma's names. */
public sealed interface Transformation
        permits RenameFields,
                ItemTransformation,
                PreambleTransformation,
                AddCondition,
                ChangeLogSource,
                AddSource,
                StrictFieldMapping,
                Nest {

    /** The detection rule as the transformation leaves it. */
    DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit;

    /** The correlation rule as the transformation leaves it. */
    default CorrelationDraft apply(CorrelationDraft rule, Step step) throws Unfit {
        return rule;
    }

    /** Whether it has to do with correlations at all, so that one counts as changed by it. */
    default boolean isForCorrelations() {
        return true;
    }
}
