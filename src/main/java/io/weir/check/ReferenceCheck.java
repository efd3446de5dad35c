package io.weir.check;

import io.weir.rule.ProblemCode;
import java.util.HashSet;

/** References: links, each once (Sigma rules specification, "References"). */
final class ReferenceCheck implements RuleCheck {

    @Override
    public void check(LintedRule rule, Findings findings) {
        var seen = new HashSet<String>();
        for (var reference : rule.scalars("references")) {
            var text = reference.text().strip();
            if (!seen.add(text)) {
                findings.add(
                        rule,
                        ProblemCode.DUPLICATE_REFERENCE,
                        reference.position(),
                        "the reference " + Shown.of(text) + " a second time",
                        "each reference once",
                        "delete this line");
            }
            if (!text.contains("://") && !text.startsWith("Internal ")) {
                findings.add(
                        rule,
                        ProblemCode.REFERENCE_LINK,
                        reference.position(),
                        "the reference " + Shown.of(text) + " is no link",
                        "a link, such as https://…",
                        "");
            }
        }
    }
}
