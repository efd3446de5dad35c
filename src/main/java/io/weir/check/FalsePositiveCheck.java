package io.weir.check;

import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.util.Locale;
import java.util.Set;

/** {@code falsepositives}: a list, without words that say nothing, each line with a capital first, as SigmaHQ asks. */
final class FalsePositiveCheck implements RuleCheck {

    private static final Set<String> EMPTY_WORDS =
            Set.of("none", "pentest", "penetration test", "red team", "n/a", "tbd");

    private static final Set<String> OFTEN_MISSPELT = Set.of("unknown", "unlikely", "legitimate");

    @Override
    public void check(LintedRule rule, Findings findings) {
        for (var line : rule.scalars("falsepositives")) {
            var text = line.text().strip();
            if (EMPTY_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
                report(
                        rule,
                        line.position(),
                        "the false positive " + Shown.of(text),
                        "a cause to look for, or Unknown, or Unlikely",
                        findings);
            } else if (!text.isEmpty() && Character.isLowerCase(text.codePointAt(0))) {
                report(
                        rule,
                        line.position(),
                        "a false positive that begins with a small letter",
                        "a capital first",
                        findings);
            }
            OFTEN_MISSPELT.stream()
                    .filter(word -> Slip.isOf(text.toLowerCase(Locale.ROOT), word))
                    .forEach(word -> report(
                            rule, line.position(), "the false positive " + Shown.of(text), "'" + word + "'", findings));
        }
    }

    private static void report(LintedRule rule, Position place, String found, String expected, Findings findings) {
        findings.add(rule, ProblemCode.FALSE_POSITIVE_STYLE, place, found, expected, "");
    }
}
