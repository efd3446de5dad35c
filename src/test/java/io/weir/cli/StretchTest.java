package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "12_000_000, 12 s",
        "12_345_678, 12.345 s",
        "912_000_000, 15 min 12 s",
        "93_600_000_000, 1 d 2 h",
        // what is no whole millisecond is not nothing
        "400, 400 µs",
        "999, 999 µs",
        // from a clock that was never set to one that will be wrong for long
        "251_635_420_800_000_000, 2912447 d",
        "9_223_372_036_854_775_807, 106751991 d 4 h"
    })
    void tellsTheTwoGreatestUnits(String micros, String told) {
        assertThat(Stretch.of(Long.parseLong(micros.replace("_", "")))).isEqualTo(told);
    }
}
