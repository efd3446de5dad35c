package io.weir.check;

import io.weir.rule.ProblemCode;
import java.util.Map;
import java.util.Set;

/** Keys of one's own are legal; one that is nearly one of Sigma's is a slip (Sigma rules specification, "Custom attributes"). */
final class KeyCheck implements RuleCheck {

    private static final Set<String> KNOWN = Set.of(
            "title",
            "id",
            "name",
            "taxonomy",
            "related",
            "status",
            "description",
            "references",
            "author",
            "date",
            "modified",
            "license",
            "logsource",
            "detection",
            "correlation",
            "filter",
            "fields",
            "falsepositives",
            "level",
            "tags",
            "scope",
            "generate",
            "custom",
            "action");

    /** What other words are meant to say. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "reference", "references",
            "false_positives", "falsepositives",
            "false-positives", "falsepositives",
            "falsepositive", "falsepositives",
            "severity", "level",
            "log_source", "logsource",
            "authors", "author");

    @Override
    public void check(LintedRule rule, Findings findings) {
        for (var entry : rule.document().entries()) {
            var key = entry.key().text();
            var meant = KNOWN.contains(key) ? "" : meant(key);
            if (!meant.isEmpty()) {
                findings.add(
                        rule,
                        ProblemCode.SIMILAR_KEY,
                        entry.key().position(),
                        "the key " + Shown.of(key) + ", which no tool reads",
                        "one of Sigma's keys, or one of your own that looks like none",
                        "write " + meant);
            }
        }
    }

    private static String meant(String key) {
        var synonym = SYNONYMS.get(key);
        if (synonym != null) {
            return synonym;
        }
        return KNOWN.stream()
                .sorted()
                .filter(known -> Slip.isOf(key, known))
                .findFirst()
                .orElse("");
    }
}
