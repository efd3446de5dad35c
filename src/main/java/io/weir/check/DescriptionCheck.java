package io.weir.check;

import io.weir.rule.ProblemCode;

/** Whether a rule says what it detects in at least 16 characters, as SigmaHQ asks, and leaves links to the references. */
final class DescriptionCheck implements RuleCheck {

    private static final int SHORTEST = 16;

    @Override
    public void check(LintedRule rule, Findings findings) {
        int length = rule.header().description().strip().length();
        if (length < SHORTEST) {
            findings.add(
                    rule,
                    ProblemCode.DESCRIPTION_STYLE,
                    rule.placeOf("description"),
                    length == 0 ? "the rule has no description" : "a description of " + length + " characters",
                    "a sentence that says what the rule detects",
                    "");
        }
        if (rule.header().description().contains("://")) {
            findings.add(
                    rule,
                    ProblemCode.LINK_IN_DESCRIPTION,
                    rule.placeOf("description"),
                    "a link in the description",
                    "words; links among the references",
                    "");
        }
    }
}
