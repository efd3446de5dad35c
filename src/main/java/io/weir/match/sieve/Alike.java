package io.weir.match.sieve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives sets of variants that are equal as one object, so far as it remembers: most values of a field leave one of a few sets, which can be told apart without a
 * look into them, and stay near the processor. For one thread.
 */
final class Alike {

    private static final int MOST_BITS = 8;
    private static final int MIX = 0x9E3779B1;

    private final long[] @Nullable [] known = new long[1 << MOST_BITS][];

    /** That set, or one that is equal and was given before; not to be changed. */
    long[] of(long[] set) {
        int place = (Arrays.hashCode(set) * MIX) >>> (Integer.SIZE - MOST_BITS);
        long[] before = known[place];
        if (before != null && Arrays.equals(before, set)) {
            return before;
        }
        known[place] = set;
        return set;
    }
}
