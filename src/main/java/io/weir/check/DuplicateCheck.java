package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Titles and file names that several rules have. */
final class DuplicateCheck implements RuleSetCheck {

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        titles(rules, findings);
        fileNames(rules, findings);
    }

    private static void titles(List<LintedRule> rules, Findings findings) {
        var first = new HashMap<String, LintedRule>();
        for (var rule : rules) {
            var title = rule.header().title().strip().toLowerCase(Locale.ROOT);
            var other = title.isEmpty() ? null : first.putIfAbsent(title, rule);
            if (other != null) {
                var place = other.header().position();
                findings.add(
                        rule,
                        ProblemCode.DUPLICATE_TITLE,
                        rule.placeOf("title"),
                        "the title of another rule",
                        "a title of its own; " + place.file() + ":" + place.line() + " has this one",
                        "");
            }
        }
    }

    private static void fileNames(List<LintedRule> rules, Findings findings) {
        Map<String, String> first = new HashMap<>();
        for (var rule : rules) {
            var file = rule.header().position().file();
            var other = first.putIfAbsent(FileNameCheck.name(file), file);
            if (other != null && !other.equals(file)) {
                findings.add(
                        rule,
                        ProblemCode.DUPLICATE_FILE_NAME,
                        Position.startOf(file),
                        "the name of another file, " + other,
                        "a name of its own",
                        "");
            }
        }
    }
}
