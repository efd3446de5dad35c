package io.weir.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part of a date that must lie to a number in a certain way (Sigma modifiers appendix, "Time Modifiers"). Dates are ISO 8601; their
 * zone is not looked at: what is written counts.
 */
record DatePart(Unit unit, NumberTest test) implements OperandTest {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[Tt ](\\d{2}):(\\d{2})(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:[Zz]| ?[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final int LONGEST = 48;

    /** Which part; a week is that of ISO 8601. */
    enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    @Override
    public boolean fits(Operand value) {
        if (value.kind() != Operand.Kind.TEXT || value.text().length() > LONGEST) {
            return false;
        }
        var date = DATE.matcher(value.text());
        return date.matches() && fits(part(date));
    }

    private boolean fits(OptionalInt part) {
        return part.isPresent() && test.holds(BigDecimal.valueOf(part.getAsInt()));
    }

    private OptionalInt part(MatchResult date) {
        return switch (unit) {
            case MINUTE -> number(date.group(5), 59);
            case HOUR -> number(date.group(4), 23);
            case DAY, WEEK, MONTH, YEAR -> dayPart(date);
        };
    }

    private OptionalInt dayPart(MatchResult date) {
        int month = Integer.parseInt(date.group(2));
        if (month < 1 || month > 12) {
            return OptionalInt.empty();
        }
        var days = YearMonth.of(Integer.parseInt(date.group(1)), month);
        int day = Integer.parseInt(date.group(3));
        return days.isValidDay(day) ? OptionalInt.of(partOf(days.atDay(day))) : OptionalInt.empty();
    }

    private int partOf(LocalDate date) {
        return switch (unit) {
            case DAY -> date.getDayOfMonth();
            case WEEK -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> date.getMonthValue();
            case YEAR -> date.getYear();
            case MINUTE, HOUR -> throw new IllegalStateException("a day has no " + unit);
        };
    }

    private static OptionalInt number(String digits, int most) {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
