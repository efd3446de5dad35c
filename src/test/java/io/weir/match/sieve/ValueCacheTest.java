package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueCacheTest {

    private final ValueCache cache = new ValueCache(new CacheRoom());

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 5_000, 20_000})
    void remembersAFieldsValuesThatComeAgainHoweverManyTheyAre(int count) {
        var values = values("value ", count);
        for (int round = 0; round < 30; round++) {
            known(values);
        }

        assertThat(known(values)).isGreaterThan(count * 9 / 10);
    }

    @Test
    void remembersNothingOfValuesThatNeverComeAgain() {
        known(values("value ", 50_000));

        assertThat(cache.bytes()).isZero();
    }

    @Test
    void tellsOfEachValueWhatThatOneLeaves() {
        var values = values("value ", 5_000);
        for (int round = 0; round < 30; round++) {
            known(values);
        }

        assertThat(known(values("another ", 5_000))).isZero();
    }

    @Test
    void remembersLongValuesThatDifferInOneByteInLittleRoom() {
        var values = values("script ".repeat(5_000), 100);
        for (int round = 0; round < 30; round++) {
            known(values);
        }

        assertThat(known(values)).isGreaterThan(90);
        assertThat(known(values("scripT ".repeat(5_000), 100))).isZero();
        assertThat(cache.bytes()).isLessThan(100 * 200);
    }

    @Test
    void tellsValuesApartThatHaveOneHashAndOneLength() {
        byte[] value = "a value".repeat(1_000).getBytes(UTF_8);
        byte[] other = value.clone();
        other[3_500] = 'X';
        cache.put(value, 0, value.length, 1, new long[] {1});

        assertThat(cache.get(other, 0, other.length, 1)).isNull();
        assertThat(cache.get(value, 0, value.length, 1)).containsExactly(1);
    }

    private static List<byte[]> values(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> (name + number).getBytes(UTF_8))
                .toList();
    }

    /** Asks for each, as a sieve does, and has it remembered where that is worth it; how many were known comes back. */
    private int known(List<byte[]> values) {
        int known = 0;
        for (byte[] value : values) {
            int hash = ValueCache.hash(value, 0, value.length);
            long[] left = cache.get(value, 0, value.length, hash);
            if (left != null) {
                assertThat(left).containsExactly(hash);
                known++;
            } else if (cache.comesAgain(hash)) {
                cache.put(value, 0, value.length, hash, new long[] {hash});
            }
        }
        return known;
    }
}
