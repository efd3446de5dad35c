package io.weir.check;

import io.weir.rule.ProblemCode;

/** How SigmaHQ writes titles: up to 120 characters, a capital first, no full stop, and not what every rule does anyway ("Detects …"). */
final class TitleCheck implements RuleCheck {

    private static final int LONGEST = 120;

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.scalar("title").ifPresent(title -> {
            var text = title.text().strip();
            style(
                    rule,
                    findings,
                    text.length() > LONGEST,
                    "a title of " + text.length() + " characters",
                    "at most 120");
            style(rule, findings, text.endsWith("."), "a title that ends with a full stop", "no full stop");
            style(
                    rule,
                    findings,
                    text.startsWith("Detects "),
                    "a title that begins with 'Detects'",
                    "what is detected");
            style(
                    rule,
                    findings,
                    !text.isEmpty() && Character.isLowerCase(text.codePointAt(0)) && text.indexOf('.') < 0,
                    "a title that begins with a small letter",
                    "a capital first");
        });
    }

    private static void style(LintedRule rule, Findings findings, boolean odd, String found, String expected) {
        if (odd) {
            findings.add(rule, ProblemCode.TITLE_STYLE, rule.placeOf("title"), found, expected, "");
        }
    }
}
