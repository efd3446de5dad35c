package io.weir.match.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left is what a plain set has after the same, for any number of variants. */
class LeftLawTest {

    private static final int[] SIZES = {1, 63, 64, 65, 700, 4_096, 4_097, 10_000};

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 100) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isASet(long seed) {
        var random = new Random(seed);
        int size = SIZES[random.nextInt(SIZES.length)];
        var left = new Left(size);
        var expected = new BitSet();
        left.fill();
        expected.set(0, size);
        for (int step = 0; step < 60; step++) {
            int variant = random.nextInt(size);
            switch (random.nextInt(8)) {
                case 0 -> {
                    left.remove(variant);
                    expected.clear(variant);
                }
                case 1 -> {
                    left.add(variant);
                    expected.set(variant);
                }
                case 2 -> {
                    left.fill();
                    expected.set(0, size);
                }
                default -> retain(size, left, expected, random);
            }
            check(size, left, expected, random, seed);
        }
    }

    /** A field: of the variants that it does not concern all remain. */
    private static void retain(int size, Left left, BitSet expected, Random random) {
        var concerned = some(size, random);
        var remaining = some(size, random);
        remaining.or(complement(concerned, size));
        assertThat(left.retain(bits(remaining, size), Bits.words(bits(concerned, size))))
                .isEqualTo(expected.intersects(remaining));
        expected.and(remaining);
    }

    private static void check(int size, Left left, BitSet expected, Random random, long seed) {
        int[] numbers = new int[size];
        int count = left.list(numbers);
        assertThat(IntStream.of(numbers).limit(count).toArray())
                .as("seed %d", seed)
                .isEqualTo(expected.stream().toArray());
        assertThat(left.toBits()).isEqualTo(bits(expected, size));
        int variant = random.nextInt(size);
        assertThat(left.has(variant)).isEqualTo(expected.get(variant));
        var some = some(size, random);
        long[] words = Bits.words(bits(some, size));
        assertThat(left.hasAny(bits(some, size), words)).isEqualTo(some.intersects(expected));
        var districts = new Districts(bits(some, size).length);
        some.and(expected);
        long asked = left.districts(words);
        assertThat(some.stream().allMatch(one -> (asked & districts.ofVariant(one)) != 0))
                .as("seed %d", seed)
                .isTrue();
    }

    /** Few or many, together or all over. */
    private static BitSet some(int size, Random random) {
        var some = new BitSet();
        int from = random.nextInt(size);
        some.set(from, from + random.nextInt(size - from + 1));
        for (int i = random.nextInt(10); i > 0; i--) {
            some.flip(random.nextInt(size));
        }
        return some;
    }

    private static BitSet complement(BitSet set, int size) {
        var complement = (BitSet) set.clone();
        complement.flip(0, size);
        return complement;
    }

    private static long[] bits(BitSet set, int size) {
        long[] bits = Bits.none(size);
        set.stream().forEach(number -> Bits.set(bits, number));
        return bits;
    }
}
