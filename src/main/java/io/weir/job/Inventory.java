package io.weir.job;

/**
 * Which entries the storage has of one key of the stream, so that it is not asked for what it has not: of an event of a busy host it was asked for six entries, of
 * which it had one in four. Of each entry there is a hash, so an entry that is there always may be there, and of four thousand million that
 * are not about as many as there are entries.
 *
 * <p>An open table of numbers, 0 where nothing is. Two entries of one hash take two places, so one of them can go.
 */
final class Inventory {

    private static final int SMALLEST = 64;

    /** No look goes further than this: that so many in a row are taken, somebody has seen to. */
    private static final int FARTHEST = 512;

    private final int mostPlaces;
    private int[] places = new int[SMALLEST];
    private int size;
    private boolean isFull;

    /** An empty one that takes no more bytes than that. */
    Inventory(int mostBytes) {
        this.mostPlaces = mostBytes / Integer.BYTES;
        this.isFull = mostPlaces < SMALLEST;
    }

    /**
     * The hash of an entry.
     *
     * @param state the number of its state
     */
    static int hash(int state, Object key) {
        // Keys that differ little have hashes that do, so a state shifts them far; then all bits count for the place.
        int mixed = key.hashCode() + state * 0x632BE5AB;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        mixed ^= mixed >>> 16;
        return mixed == 0 ? 1 : mixed;
    }

    /** Whether it had no room for an entry: then it says nothing any more, and is to be thrown away. */
    boolean isFull() {
        return isFull;
    }

    /** How many bytes of heap it takes. */
    int weight() {
        return places.length * Integer.BYTES;
    }

    boolean mayHave(int hash) {
        return places[find(hash)] != 0;
    }

    /** The first place with that hash, or the free one where such would be. */
    private int find(int hash) {
        int at = home(hash);
        while (places[at] != 0 && places[at] != hash) {
            at = after(at);
        }
        return at;
    }

    private int home(int hash) {
        return hash & (places.length - 1);
    }

    private int after(int at) {
        return (at + 1) & (places.length - 1);
    }

    /** An entry that was not there is. */
    void add(int hash) {
        if (size >= places.length / 4 * 3) {
            grow();
        }
        if (!isFull) {
            put(hash);
            size++;
        }
    }

    private void put(int hash) {
        int at = home(hash);
        for (int far = 0; places[at] != 0; far++) {
            isFull |= far > FARTHEST;
            at = after(at);
        }
        places[at] = hash;
    }

    private void grow() {
        if (places.length > mostPlaces / 2) {
            isFull = true;
            return;
        }
        var old = places;
        places = new int[old.length * 2];
        for (int hash : old) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    /** An entry that was there is no more. */
    void remove(int hash) {
        int free = find(hash);
        if (places[free] == 0) {
            throw new IllegalStateException("an entry goes that is not there");
        }
        size--;
        // What follows moves up, unless that would be before its home.
        for (int at = after(free); places[at] != 0; at = after(at)) {
            if (((at - home(places[at])) & (places.length - 1)) >= ((at - free) & (places.length - 1))) {
                places[free] = places[at];
                free = at;
            }
        }
        places[free] = 0;
    }
}
