package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.RuleHeader;
import io.weir.rule.SigmaRule;
import java.util.List;

/**
 * What became of rule files.
 *
 * @param rules those that could be read, in the order of the files
 * @param refused what the others say of themselves, as far as it can be read
 * @param problems why those could not, sorted by place
 */
public record ParsedRules(List<SigmaRule> rules, List<RuleHeader> refused, List<Problem> problems) {
    public ParsedRules {
        rules = List.copyOf(rules);
        refused = List.copyOf(refused);
        problems = List.copyOf(problems);
    }
}
