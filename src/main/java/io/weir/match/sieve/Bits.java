package io.weir.match.sieve;

import java.util.Arrays;

/** Sets of small numbers, as bits. */
final class Bits {

    private Bits() {}

    /** All numbers below that one. */
    static long[] all(int numbers) {
        long[] all = none(numbers);
        fill(all, numbers);
        return all;
    }

    /** Makes of a set with room for no more those numbers. */
    static void fill(long[] set, int numbers) {
        Arrays.fill(set, -1);
        if (numbers % Long.SIZE != 0) {
            set[set.length - 1] = -1L >>> -numbers;
        }
    }

    static long[] none(int numbers) {
        return new long[(numbers + Long.SIZE - 1) / Long.SIZE];
    }

    static boolean has(long[] set, int number) {
        return (set[number >> 6] & 1L << number) != 0;
    }

    static void set(long[] set, int number) {
        set[number >> 6] |= 1L << number;
    }

    static void clear(long[] set, int number) {
        set[number >> 6] &= ~(1L << number);
    }

    /** Which words of a set have something. */
    static long[] words(long[] set) {
        long[] words = none(set.length);
        for (int i = 0; i < set.length; i++) {
            if (set[i] != 0) {
                set(words, i);
            }
        }
        return words;
    }

    static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
