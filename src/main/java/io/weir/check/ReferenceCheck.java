package io.weir.check;

import io.weir.parse.Yaml;
import io.weir.rule.ProblemCode;
import java.util.HashSet;
import java.util.regex.Pattern;

/** References: links, each once (Sigma rules specification, "References"). */
final class ReferenceCheck implements RuleCheck {

    /** A file on GitHub. */
    private static final Pattern FILE = Pattern.compile("https://github\\.com/[^?#]*\\.\\w{1,3}");

    private static final Pattern COMMIT = Pattern.compile("/[0-9a-z]{40}/");

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
            branch(rule, reference, findings);
            if (text.startsWith("https://attack.mitre.org/")) {
                findings.add(
                        rule,
                        ProblemCode.ATTACK_LINK,
                        reference.position(),
                        "a link to ATT&CK among the references",
                        "a tag",
                        "");
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

    private static void branch(LintedRule rule, Yaml.Scalar reference, Findings findings) {
        if (FILE.matcher(reference.text()).matches()
                && !COMMIT.matcher(reference.text()).find()) {
            findings.add(
                    rule,
                    ProblemCode.BRANCH_LINK,
                    reference.position(),
                    "the reference " + Shown.of(reference.text()) + " is a file on a branch",
                    "a permalink",
                    "");
        }
    }
}
