package io.weir.match.sieve;

import java.util.Arrays;

/** Which of some numbered things have been come upon, to be forgotten all at once without touching them. For one thread. */
final class Marks {

    private static final int FEWEST = 16;

    private final int[] stamps;
    private int[] marked = new int[FEWEST];
    private int count;
    private int now = 1;

    Marks(int things) {
        this.stamps = new int[things];
    }

    /** Forgets all. */
    void clear() {
        now++;
        count = 0;
        if (now < 0) {
            Arrays.fill(stamps, 0);
            now = 1;
        }
    }

    /** Marks it; whether it was not marked. */
    boolean mark(int thing) {
        if (stamps[thing] == now) {
            return false;
        }
        stamps[thing] = now;
        if (count == marked.length) {
            marked = Arrays.copyOf(marked, 2 * count);
        }
        marked[count++] = thing;
        return true;
    }

    /** Takes the mark away; {@link #get} still knows it. */
    void unmark(int thing) {
        stamps[thing] = 0;
    }

    boolean isMarked(int thing) {
        return stamps[thing] == now;
    }

    /** How many are marked. */
    int count() {
        return count;
    }

    /** The one that was marked as number {@code i}. */
    int get(int i) {
        return marked[i];
    }
}
