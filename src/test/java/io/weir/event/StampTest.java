package io.weir.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StampTest {

    private static final int RANDOM = 2_000;
    private static final long LAST_OF_9999 = 253_402_300_799_999_999L;
    private static final long FIRST_OF_0 = -62_167_219_200_000_000L;

    @ParameterizedTest
    @MethodSource("times")
    void isWrittenAsJavaWritesAnInstant(long micros) {
        var expected = DateTimeFormatter.ISO_INSTANT.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));

        assertThat(new Stamp(micros, 1).iso()).isEqualTo(expected);
    }

    static LongStream times() {
        var random = new Random(1);
        var any = LongStream.generate(() -> random.nextLong(2 * FIRST_OF_0, 2 * LAST_OF_9999))
                .limit(RANDOM);
        var round = LongStream.generate(() -> random.nextLong(-100_000, 10_000_000) * 1_000_000
                        + random.nextLong(1_000) * (random.nextBoolean() ? 1_000 : 0))
                .limit(RANDOM);
        var edges = LongStream.of(
                0,
                -1,
                1,
                1_000,
                999_999,
                LAST_OF_9999,
                LAST_OF_9999 + 1,
                FIRST_OF_0,
                FIRST_OF_0 - 1,
                951_782_400_000_000L);
        return LongStream.concat(edges, LongStream.concat(any, round));
    }
}
