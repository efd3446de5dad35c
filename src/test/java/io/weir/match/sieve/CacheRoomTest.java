package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CacheRoomTest {

    private static final int BYTES = 100_000;
    private static final String LONG = "x".repeat(4_000);
    private static final long[] LEFT = {7};

    private final CacheRoom room = new CacheRoom(BYTES);
    private final ValueCache many = new ValueCache(room);
    private final ValueCache few = new ValueCache(room);

    @Test
    void cachesTakeNoMoreThanThereIsBetweenThem() {
        for (int i = 0; i < 1_000; i++) {
            put(i % 3 == 0 ? few : many, LONG + i);

            assertThat(few.bytes() + many.bytes()).isLessThanOrEqualTo(BYTES);
        }
        assertThat(room.isFull(BYTES / 4)).isTrue();
    }

    @Test
    void theOneThatHasMostGives() {
        put(few, "rare");
        for (int i = 0; i < 1_000; i++) {
            put(many, LONG + i);
        }
        assertThat(room.isFull(BYTES / 4)).isTrue();

        assertThat(get(few, "rare")).isSameAs(LEFT);
    }

    @Test
    void oneThatWantsAllGetsIt() {
        var little = new CacheRoom(5_000);
        var some = new ValueCache(little);
        var other = new ValueCache(little);
        put(some, "x".repeat(3_000));
        put(other, LONG);

        assertThat(some.bytes()).isZero();
        assertThat(get(some, "x".repeat(3_000))).isNull();
        assertThat(get(other, LONG)).isSameAs(LEFT);
    }

    private static void put(ValueCache cache, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        cache.put(bytes, 0, bytes.length, ValueCache.hash(bytes, 0, bytes.length), LEFT);
    }

    private static long @Nullable [] get(ValueCache cache, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        return cache.get(bytes, 0, bytes.length, ValueCache.hash(bytes, 0, bytes.length));
    }
}
