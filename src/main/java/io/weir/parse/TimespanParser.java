package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.Timespan;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how far apart events may lie: a number and a letter (Sigma correlation rules specification, "Time Selection"). The specification
 * has s, m, h and d; weeks, and months and years of the calendar's mean length, are pySigma's.
 */
final class TimespanParser {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smhdwMy])");

    private TimespanParser() {}

    /** The timespan; none, and a problem in the log, if it is not written so or out of range. */
    static Optional<Timespan> parse(Yaml.Scalar scalar, ProblemLog log) {
        var form = FORM.matcher(scalar.text());
        if (!form.matches()) {
            log.add(Problem.at(ProblemCode.INVALID_TIMESPAN, scalar.position(), "timespan " + Quoted.of(scalar.text()))
                    .expecting("a number and s, m, h, d, w, M (months) or y, such as 90s, 15m, 1h or 7d")
                    .fixedBy(instead(scalar.text())));
            return Optional.empty();
        }
        try {
            return Optional.of(new Timespan(unit(form.group(2)).multipliedBy(Long.parseLong(form.group(1)))));
        } catch (IllegalArgumentException outOfRange) {
            log.add(
                    ProblemCode.INVALID_TIMESPAN,
                    scalar.position(),
                    "timespan " + Quoted.of(scalar.text()) + " out of range",
                    "1s to 3650d");
            return Optional.empty();
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            case "w" -> Duration.ofDays(7);
            case "M" -> ChronoUnit.MONTHS.getDuration();
            default -> ChronoUnit.YEARS.getDuration();
        };
    }

    private static String instead(String text) {
        return text.matches("[0-9]{1,9}[SHDWY]") ? "write the letter in lower case" : "";
    }
}
