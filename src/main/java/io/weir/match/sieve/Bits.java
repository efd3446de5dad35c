package io.weir.match.sieve;

import java.util.Arrays;

/** Sets of small numbers, as bits. */
final class Bits {

    private Bits() {}

    /** All numbers below that one. */
    static long[] all(int numbers) {
        long[] all = none(numbers);
        Arrays.fill(all, -1);
        if (numbers % Long.SIZE != 0) {
            all[all.length - 1] = -1L >>> -numbers;
        }
        return all;
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

    /** Takes out of the set what the other does not have; whether something remains. */
    static boolean retain(long[] set, long[] other) {
        long left = 0;
        for (int i = 0; i < set.length; i++) {
            set[i] &= other[i];
            left |= set[i];
        }
        return left != 0;
    }

    static boolean haveCommon(long[] set, long[] other) {
        for (int i = 0; i < set.length; i++) {
            if ((set[i] & other[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
