package io.weir.check;

import io.weir.match.RuleSet;
import java.util.List;

/** One check of rules side by side. Stateless. */
interface RuleSetCheck {

    /**
     * Looks at the rules and adds what it finds.
     *
     * @param rules those that could be read, in the order of the files
     * @param inForce the same rules compiled; those that are refused are not in it
     */
    void check(List<LintedRule> rules, RuleSet inForce, Findings findings);
}
