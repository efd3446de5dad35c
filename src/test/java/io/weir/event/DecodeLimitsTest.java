package io.weir.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeLimitsTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1, bytes", "1, 0, 1, 1, depth", "1, 1, -1, 1, values", "1, 1, 1, 0, events"})
    void refusesLimitsThatLetNothingIn(int bytes, int depth, int values, int events, String name) {
        assertThatThrownBy(() -> new DecodeLimits(bytes, depth, values, events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must be positive, found ");
    }
}
