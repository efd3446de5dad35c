package io.weir.match.sieve;

/** Numbers by others that they are known by, which may be any: a table with open places, at most half of it taken, a key and its number side by side. */
final class IntTable {

    private static final int MIX = 0x9E3779B1;
    private static final int FEWEST = 4;

    private final int[] table;

    /** A table with nothing in it, with room for so many keys. */
    IntTable(int keys) {
        table = new int[4 * Integer.highestOneBit(Math.max(FEWEST, 2 * keys))];
    }

    /** From now on that is the key's number; any but 0. */
    void put(int key, int number) {
        int place = place(key);
        table[place] = key;
        table[place + 1] = number;
    }

    /** The key's number, or 0 where it has none. */
    int get(int key) {
        return table[place(key) + 1];
    }

    /** Where the key is, or would be. */
    private int place(int key) {
        int[] some = table;
        int last = some.length - 1;
        int place = ((key * MIX) >>> 7 << 1) & last;
        while (some[place + 1] != 0 && some[place] != key) {
            place = (place + 2) & last;
        }
        return place;
    }
}
