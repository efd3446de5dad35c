package io.weir.rule;

/** One rule of a rule file: a detection, which looks at single events, or a correlation, which looks at matches of others. */
public sealed interface SigmaRule permits DetectionRule, CorrelationRule {

    /** What the rule says of itself. */
    RuleHeader header();

    /** Answers for the kind of rule this is; a new kind fails to compile wherever it has no answer yet. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind of rule. */
    interface Cases<R> {
        R detection(DetectionRule rule);

        R correlation(CorrelationRule rule);
    }
}
