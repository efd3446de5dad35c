package io.weir.match.sieve;

/**
 * The variants that an event leaves, as bits, and which words of those have any. A field goes over the words alone that have both a variant that is left and one
 * that asks about the field: with ten thousand rules these are few of 156, as {@link Numbering} has side by side what goes together. For one thread.
 */
final class Left {

    private final long[] all;
    private final long[] words;

    /** Of each word whether it may have a variant; set for each that has. */
    private final long[] live;

    private final Districts districts;

    /** None of so many variants is ruled out. */
    Left(int variants) {
        this.all = Bits.all(variants);
        this.words = all.clone();
        this.live = Bits.all(all.length);
        this.districts = new Districts(all.length);
    }

    /** From now on none is ruled out. */
    void fill() {
        System.arraycopy(all, 0, words, 0, all.length);
        Bits.fill(live, all.length);
    }

    boolean has(int variant) {
        return Bits.has(words, variant);
    }

    void remove(int variant) {
        Bits.clear(words, variant);
    }

    void add(int variant) {
        Bits.set(words, variant);
        Bits.set(live, variant >> 6);
    }

    /** Whether one of those is left, which are all in words that are among these. */
    boolean hasAny(long[] variants, long[] among) {
        for (int i = 0; i < live.length; i++) {
            for (long bits = live[i] & among[i]; bits != 0; bits &= bits - 1) {
                int word = (i << 6) + Long.numberOfTrailingZeros(bits);
                if ((words[word] & variants[word]) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Rules out those that are in words among these and not in the set; whether some remain. */
    boolean retain(long[] variants, long[] among) {
        long any = 0;
        for (int i = 0; i < live.length; i++) {
            long kept = live[i] & ~among[i];
            for (long bits = live[i] & among[i]; bits != 0; bits &= bits - 1) {
                int at = Long.numberOfTrailingZeros(bits);
                int word = (i << 6) + at;
                long some = words[word] & variants[word];
                words[word] = some;
                kept |= (some | -some) >>> 63 << at;
            }
            live[i] = kept;
            any |= kept;
        }
        return any != 0;
    }

    /** The districts of those that are left, of the words among these. */
    long districts(long[] among) {
        long all = 0;
        for (int i = 0; i < live.length; i++) {
            for (long bits = live[i] & among[i]; bits != 0; bits &= bits - 1) {
                all |= districts.ofWord((i << 6) + Long.numberOfTrailingZeros(bits));
            }
        }
        return all;
    }

    /** Those that are left, as a set of its own. */
    long[] toBits() {
        return words.clone();
    }

    /** Writes the numbers of those that are left, ascending; how many there are. */
    int list(int[] numbers) {
        int count = 0;
        for (int i = 0; i < live.length; i++) {
            for (long some = live[i]; some != 0; some &= some - 1) {
                int word = (i << 6) + Long.numberOfTrailingZeros(some);
                for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                    numbers[count++] = (word << 6) + Long.numberOfTrailingZeros(bits);
                }
            }
        }
        return count;
    }
}
