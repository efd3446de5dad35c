package io.weir.pipeline;

import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.List;

/**
 * What became of rules in pipelines.
 *
 * @param rules as the pipelines leave them, in the order given
 * @param problems why others are refused
 */
public record ProcessedRules(List<SigmaRule> rules, List<Problem> problems) {
    public ProcessedRules {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }
}
