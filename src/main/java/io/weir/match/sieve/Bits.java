package io.weir.match.sieve;

import java.util.Arrays;

/** Sets of small numbers, as bits. */
final class Bits {

    private Bits() {}

    /** All numbers below that one. */
    static long[] all(int numbers) {
        long[] all = new long[(numbers + Long.SIZE - 1) / Long.SIZE];
        Arrays.fill(all, -1);
        if (numbers % Long.SIZE != 0) {
            all[all.length - 1] = -1L >>> -numbers;
        }
        return all;
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

    /** Takes out of the set what the other does not have; whether something remains. */
    static boolean retain(long[] set, long[] other) {
        long left = 0;
        for (int i = 0; i < set.length; i++) {
            set[i] &= other[i];
            left |= set[i];
        }
        return left != 0;
    }

    static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
