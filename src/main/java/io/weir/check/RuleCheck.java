package io.weir.check;

/** One check of one rule by itself: a class, a theme. Stateless. */
interface RuleCheck {

    /** Looks at the rule and adds what it finds. */
    void check(LintedRule rule, Findings findings);
}
