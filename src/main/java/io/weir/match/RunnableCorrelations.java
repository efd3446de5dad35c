package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.StepChoice;

/** Which of the correlations that can be read can be run: all, unless there are too many ways to fulfil an ordered one. */
final class RunnableCorrelations {

    private RunnableCorrelations() {}

    /** Adds a problem where the correlation can't be run. */
    static void refuse(CorrelationRule rule, RuleProblems problems) {
        if (rule.type() == CorrelationType.TEMPORAL_ORDERED && StepChoice.of(rule).size() > StepChoice.MOST) {
            problems.add(
                    rule.places().condition(),
                    "a condition that more than " + StepChoice.MOST + " different sequences of its rules fulfil",
                    "a condition that " + StepChoice.MOST + " or fewer do, since each is looked for",
                    "ask for more of the rules, or write several correlations");
        }
    }
}
