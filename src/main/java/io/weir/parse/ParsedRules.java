package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.List;

/**
 * What became of rule files.
 *
 * @param rules those that could be read, in the order of the files
 * @param problems why others could not, sorted by place
 */
public record ParsedRules(List<SigmaRule> rules, List<Problem> problems) {
    public ParsedRules {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }
}
