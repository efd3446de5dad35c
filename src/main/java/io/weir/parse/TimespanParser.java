package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.Timespan;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how far apart events may lie: a number and a letter (Sigma correlation rules specification, "Time Selection"). */
final class TimespanParser {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smhd])");

    private TimespanParser() {}

    /** The timespan; none, and a problem in the log, if it is not written so or out of range. */
    static Optional<Timespan> parse(Yaml.Scalar scalar, ProblemLog log) {
        var form = FORM.matcher(scalar.text());
        if (!form.matches()) {
            log.add(Problem.at(scalar.position(), "timespan " + Quoted.of(scalar.text()))
                    .expecting("a number and s, m, h or d, such as 90s, 15m, 1h or 7d")
                    .fixedBy(instead(scalar.text())));
            return Optional.empty();
        }
        try {
            return Optional.of(new Timespan(duration(Long.parseLong(form.group(1)), form.group(2))));
        } catch (IllegalArgumentException outOfRange) {
            log.add(scalar.position(), "timespan " + Quoted.of(scalar.text()) + " out of range", "1s to 3650d");
            return Optional.empty();
        }
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static String instead(String text) {
        if (text.matches("[0-9]{1,3}w")) {
            return "write " + 7 * Integer.parseInt(text.substring(0, text.length() - 1)) + "d";
        } else if (text.matches("[0-9]{1,9}[SHD]")) {
            return "write the letter in lower case";
        }
        return text.matches("[0-9]{1,9}M") ? "write m for minutes; months vary, so write days" : "";
    }
}
