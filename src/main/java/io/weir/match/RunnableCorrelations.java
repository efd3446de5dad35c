package io.weir.match;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.ProblemCode;

/** Which of the correlations that can be read can be run. */
@FunctionalInterface
interface RunnableCorrelations {

    /**
     * Adds problems where a correlation can't be run.
     *
     * @param chained whether it refers to correlations
     */
    void refuse(CorrelationRule rule, boolean chained, RuleProblems problems);

    /** What this version runs: ordered sequences of events. */
    static RunnableCorrelations now() {
        return (rule, chained, problems) -> {
            if (rule.type() != CorrelationType.TEMPORAL_ORDERED) {
                unsupported(rule, "correlation type '" + rule.type().label() + "' is", problems);
            } else if (!asksForAllSteps(rule)) {
                unsupported(rule, "a condition other than that all rules match is", problems);
            }
            if (!rule.aliases().isEmpty()) {
                unsupported(rule, "field name aliases ('aliases') are", problems);
            }
            if (chained) {
                unsupported(rule, "correlations of correlations are", problems);
            }
        };
    }

    private static void unsupported(CorrelationRule rule, String what, RuleProblems problems) {
        problems.add(
                ProblemCode.UNSUPPORTED,
                rule.header().position(),
                what + " not supported by this version",
                "temporal_ordered over events",
                "");
    }

    private static boolean asksForAllSteps(CorrelationRule rule) {
        return rule.condition().match(new CorrelationCondition.Cases<>() {
            @Override
            public Boolean measured(CorrelationCondition.Measured condition) {
                var all = "gte: " + rule.steps().size();
                return condition.comparisons().stream().map(Comparison::label).allMatch(all::equals);
            }

            @Override
            public Boolean extended(CorrelationCondition.Extended condition) {
                return false;
            }
        });
    }
}
