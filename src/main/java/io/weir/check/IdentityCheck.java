package io.weir.check;

import io.weir.rule.Level;
import io.weir.rule.ProblemCode;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a rule says who it is, who made it, how ripe it is and how bad a match (Sigma rules specification, "Components"). */
final class IdentityCheck implements RuleCheck {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Set<String> RETIRED = Set.of("deprecated", "unsupported");

    @Override
    public void check(LintedRule rule, Findings findings) {
        id(rule, findings);
        miss(rule, "author", ProblemCode.NO_AUTHOR, "who wrote it", findings);
        miss(rule, "status", ProblemCode.NO_STATUS, "stable, test, experimental, deprecated or unsupported", findings);
        rule.scalar("status")
                .filter(status -> RETIRED.contains(status.text()))
                .ifPresent(status -> findings.add(
                        rule,
                        ProblemCode.RETIRED_RULE,
                        status.position(),
                        "the status " + Shown.of(status.text()),
                        "stable, test or experimental, for a rule that is in force",
                        ""));
        if (rule.header().level() == Level.UNSTATED) {
            miss(rule, "level", ProblemCode.NO_LEVEL, "informational, low, medium, high or critical", findings);
        }
    }

    private static void id(LintedRule rule, Findings findings) {
        var id = rule.scalar("id");
        if (id.isEmpty()) {
            miss(rule, "id", ProblemCode.NO_ID, "a UUID of its own", findings);
        }
        id.filter(scalar -> !UUID.matcher(scalar.text()).matches())
                .ifPresent(scalar -> findings.add(
                        rule,
                        ProblemCode.ID_NOT_UUID,
                        scalar.position(),
                        "the id " + Shown.of(scalar.text()) + " is no UUID",
                        "32 hexadecimal digits in five groups",
                        ""));
    }

    private static void miss(LintedRule rule, String key, ProblemCode code, String expected, Findings findings) {
        if (rule.find(key).isEmpty()) {
            findings.add(rule, code, rule.placeOf(key), "the rule has no '" + key + "'", expected, "");
        }
    }
}
