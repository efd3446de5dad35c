package io.weir.check;

import io.weir.parse.Yaml;
import io.weir.rule.ProblemCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** {@code date} and {@code modified}: ISO 8601, and in order (Sigma rules specification, "Date", "Modified"). */
final class DateCheck implements RuleCheck {

    @Override
    public void check(LintedRule rule, Findings findings) {
        var date = date(rule, "date", findings);
        var modified = date(rule, "modified", findings);
        if (rule.find("date").isEmpty()) {
            findings.add(rule, ProblemCode.NO_DATE, rule.placeOf("date"), "the rule has no 'date'", "YYYY-MM-DD", "");
        }
        if (rule.find("modified").isPresent() && (rule.find("date").isEmpty() || date.equals(modified))) {
            findings.add(
                    rule,
                    ProblemCode.MODIFIED_DATE,
                    rule.placeOf("modified"),
                    "'modified' " + (rule.find("date").isEmpty() ? "without 'date'" : "on the day that it was written"),
                    "a later day than 'date', or no such key",
                    "");
        }
        if (date.isPresent() && modified.isPresent() && modified.get().isBefore(date.get())) {
            findings.add(
                    rule,
                    ProblemCode.DATE_ORDER,
                    rule.placeOf("modified"),
                    "modified on " + modified.get() + ", before it was written on " + date.get(),
                    "a day not before 'date'",
                    "");
        }
    }

    private static Optional<LocalDate> date(LintedRule rule, String key, Findings findings) {
        return rule.scalar(key).flatMap(scalar -> read(rule, key, scalar, findings));
    }

    private static Optional<LocalDate> read(LintedRule rule, String key, Yaml.Scalar scalar, Findings findings) {
        try {
            return Optional.of(LocalDate.parse(scalar.text()));
        } catch (DateTimeException notIso) {
            var fix = scalar.text().replace('/', '-');
            findings.add(
                    rule,
                    ProblemCode.DATE_FORMAT,
                    scalar.position(),
                    "'" + key + "' is " + Shown.of(scalar.text()),
                    "a day of the calendar as YYYY-MM-DD",
                    isDay(fix) ? "write " + key + ": " + fix : "");
            return Optional.empty();
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException notIso) {
            return false;
        }
    }
}
