package io.weir.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 alerts", "1 | 1 alert", "2 | 2 alerts", "1234567 | 1,234,567 alerts"})
    void oneIsSaidAsOne(long count, String said) {
        assertThat(Amount.of(count, "alert")).isEqualTo(said);
    }
}
