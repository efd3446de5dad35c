package io.weir.match;

import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
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
        return date.matches() && isReal(date) && fits(date);
    }

    private static boolean isReal(MatchResult date) {
        int month = number(date, 2);
        return month >= 1
                && month <= 12
                && YearMonth.of(number(date, 1), month).isValidDay(number(date, 3))
                && (!hasTime(date) || (number(date, 4) < 24 && number(date, 5) < 60));
    }

    private static boolean hasTime(MatchResult date) {
        return date.group(4) != null;
    }

    private boolean fits(MatchResult date) {
        return switch (unit) {
            case MINUTE -> hasTime(date) && fits(number(date, 5));
            case HOUR -> hasTime(date) && fits(number(date, 4));
            case DAY -> fits(number(date, 3));
            case WEEK -> fits(week(date));
            case MONTH -> fits(number(date, 2));
            case YEAR -> fits(number(date, 1));
        };
    }

    private boolean fits(int part) {
        return test.holds(BigDecimal.valueOf(part));
    }

    private static int week(MatchResult date) {
        return LocalDate.of(number(date, 1), number(date, 2), number(date, 3)).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static int number(MatchResult date, int group) {
        return Integer.parseInt(date.group(group));
    }
}
