package io.weir.opinion;

import io.weir.opinion.SeenEvent.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalField;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether one value of an event is what a rule wants, as the specification has it and as plainly as can be. */
final class ValueTest {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)"
            + "([Tt ](\\d\\d:\\d\\d(:\\d\\d)?)([.,]\\d{1,9})?([Zz]| ?[+-]\\d\\d(:?\\d\\d)?)?)?");

    private ValueTest() {}

    /** The same number, or text that is written like it. */
    static Predicate<Value> number(BigDecimal wanted) {
        return value -> value.node().isNumber()
                ? value.node().decimalValue().compareTo(wanted) == 0
                : value.node().isTextual() && value.text().equals(wanted.toPlainString());
    }

    static Predicate<Value> bool(boolean wanted) {
        return value -> (value.node().isBoolean() || value.node().isTextual())
                && value.text().equalsIgnoreCase(String.valueOf(wanted));
    }

    /** A regular expression, found anywhere. */
    static Predicate<Value> expression(String expression, String flags) {
        boolean caseless = flags.contains("i");
        int bits = Pattern.UNIX_LINES
                | (flags.contains("m") ? Pattern.MULTILINE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0);
        var lines = flags.contains("m") ? withEveryLine(expression) : expression;
        var compiled = Pattern.compile(caseless ? folded(lines) : lines, bits);
        return value -> !value.isNull()
                && compiled.matcher(caseless ? value.folded() : value.text()).find();
    }

    /** The JDK does not begin a line in an empty text, nor behind the last line end; Python does, which pySigma's users have. */
    private static String withEveryLine(String expression) {
        return expression.replaceAll("(?<![\\\\\\[])\\^", "(?:^|\\\\A|(?<=\\\\n))");
    }

    /** The letters of an expression without regard to case, but for those that a backslash makes something else. */
    private static String folded(String expression) {
        return Pattern.compile("\\\\.|[^\\\\]+", Pattern.DOTALL)
                .matcher(expression)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group().startsWith("\\") ? part.group() : SeenEvent.fold(part.group())));
    }

    /** A number, or text that is one, on that side of the bound. */
    static Predicate<Value> comparison(String operator, BigDecimal bound) {
        var side = side(operator);
        return value -> asNumber(value)
                .filter(number -> side.test(number.compareTo(bound)))
                .isPresent();
    }

    private static Optional<BigDecimal> asNumber(Value value) {
        if (value.node().isNumber()) {
            return Optional.of(value.node().decimalValue());
        }
        return value.node().isTextual() && NUMBER.matcher(value.text()).matches()
                ? Optional.of(new BigDecimal(value.text()))
                : Optional.empty();
    }

    private static IntPredicate side(String operator) {
        return switch (operator) {
            case "lt" -> sign -> sign < 0;
            case "lte" -> sign -> sign <= 0;
            case "gt" -> sign -> sign > 0;
            case "gte" -> sign -> sign >= 0;
            case "" -> sign -> sign == 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** A part of a date, as it is written, on that side of the bound. */
    static Predicate<Value> datePart(String unit, String operator, BigDecimal bound) {
        var side = side(operator);
        return value -> value.node().isTextual()
                && part(unit, value.text())
                        .filter(part -> side.test(BigDecimal.valueOf(part).compareTo(bound)))
                        .isPresent();
    }

    private static Optional<Integer> part(String unit, String text) {
        var date = DATE.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            Temporal moment = date.group(2) == null
                    ? LocalDate.parse(date.group(1))
                    : LocalDateTime.parse(date.group(1) + "T" + date.group(3));
            var field = field(unit);
            return moment.isSupported(field) ? Optional.of(moment.get(field)) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static TemporalField field(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "minute" -> ChronoField.MINUTE_OF_HOUR;
            case "hour" -> ChronoField.HOUR_OF_DAY;
            case "day" -> ChronoField.DAY_OF_MONTH;
            case "week" -> IsoFields.WEEK_OF_WEEK_BASED_YEAR;
            case "month" -> ChronoField.MONTH_OF_YEAR;
            case "year" -> ChronoField.YEAR;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    /** What another field holds, without wildcards; numbers by their value where the whole is compared. */
    static Predicate<Value> reference(Value other, boolean starts, boolean ends, boolean cased) {
        return value -> {
            if (value.isNull() || other.isNull()) {
                return false;
            }
            var held = cased ? value.text() : value.folded();
            var wanted = cased ? other.text() : other.folded();
            if (starts && ends) {
                return held.contains(wanted);
            } else if (starts || ends) {
                return starts ? held.startsWith(wanted) : held.endsWith(wanted);
            }
            return held.equals(wanted)
                    || (value.node().isNumber() && other.node().isNumber() && sameNumber(value, other));
        };
    }

    private static boolean sameNumber(Value one, Value other) {
        return one.node().decimalValue().compareTo(other.node().decimalValue()) == 0;
    }
}
