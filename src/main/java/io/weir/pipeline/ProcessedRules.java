package io.weir.pipeline;

import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.List;

/**
 * What became of rules in pipelines.
 *
 * @param rules as the pipelines leave them, in the order given
 * @param refused the others, as they were given
 * @param problems why
 */
public record ProcessedRules(List<SigmaRule> rules, List<SigmaRule> refused, List<Problem> problems) {
    public ProcessedRules {
        rules = List.copyOf(rules);
        refused = List.copyOf(refused);
        problems = List.copyOf(problems);
    }
}
