package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.FieldValue;
import io.weir.match.value.Operand;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePartTest {

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "MINUTE, 2026-01-02T03:04:05Z, 4",
        "HOUR, 2026-01-02T03:04:05Z, 3",
        "HOUR, 2026-01-02T23:04:05+09:00, 23",
        "HOUR, 2022-05-13T08:54:05.1230000Z, 8",
        "HOUR, 2019-04-27 15:57:53.368, 15",
        "HOUR, 2019-04-27 15:57, 15",
        "DAY, 2026-01-02, 2",
        "DAY, 2024-02-29T00:00:00Z, 29",
        "WEEK, 2026-01-02, 1",
        "WEEK, 2027-01-02, 53",
        "MONTH, 2026-12-31T00:00:00, 12",
        "YEAR, 2026-12-31T00:00:00, 2026",
    })
    void isTakenFromWhatIsWritten(DatePart.Unit unit, String date, int part) {
        assertThat(equals(unit, part).fits(text(date))).isTrue();
        assertThat(equals(unit, part + 1).fits(text(date))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-13-01",
                "2026-02-30",
                "2026-00-01",
                "2026-01-02T24:00:00Z",
                "02.01.2026",
                "2026-01-02Tx",
                "1767323045"
            })
    void isOfNothingThatIsNoDate(String text) {
        for (var unit : DatePart.Unit.values()) {
            var any = new DatePart(unit, new NumberTest(NumberTest.Comparison.GREATER_OR_EQUAL, BigDecimal.ZERO));
            assertThat(any.fits(text(text))).as("%s of %s", unit, text).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOUR", "MINUTE"})
    void ofADayIsNoTime(DatePart.Unit unit) {
        assertThat(equals(unit, 0).fits(text("2026-01-02"))).isFalse();
    }

    private static DatePart equals(DatePart.Unit unit, int part) {
        return new DatePart(unit, new NumberTest(NumberTest.Comparison.EQUAL, BigDecimal.valueOf(part)));
    }

    private static Operand text(String text) {
        return Operand.of(new FieldValue.Text(text)).findFirst().orElseThrow();
    }
}
