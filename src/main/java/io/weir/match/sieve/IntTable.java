package io.weir.match.sieve;

/** Numbers by others that they are known by, which may be any: a table with open places, at most half of it taken, a key and its number side by side. */
final class IntTable {

    private static final int MIX = 0x9E3779B1;
    private static final int FEWEST = 4;

    private final int[] table;

    /** How many of a hash's lower bits are left out: the upper ones depend on all bits of the key, so that keys which begin alike are not side by side. */
    private final int shift;

    /** A table with nothing in it, with room for so many keys. */
    IntTable(int keys) {
        int places = 2 * Integer.highestOneBit(Math.max(FEWEST, 2 * keys));
        table = new int[2 * places];
        shift = Integer.numberOfLeadingZeros(places) + 1;
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
        int place = ((key * MIX) >>> shift) << 1;
        while (some[place + 1] != 0 && some[place] != key) {
            place = (place + 2) & last;
        }
        return place;
    }
}
