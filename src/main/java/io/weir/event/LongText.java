package io.weir.event;

import java.util.Arrays;

/**
 * Reads a long text where the record before had one, too: messages and scripts' surroundings have a line or two that differ, and the rest is the same. What
 * is the same is compared, 32 bytes at a time, and what differs is read up to the next line's end in both. For one thread.
 */
final class LongText {

    /** Shorter ones are read as quickly. */
    static final int SHORTEST = 1 << 9;

    /** So many lines may differ without that anything is the same: then the texts are taken for different ones. */
    private static final int MOST_IN_VAIN = 2;

    /** What a line has to save to be worth a comparison. */
    private static final int WORTH = 64;

    private static final int[] NONE = {};

    private final byte[] record;

    /** Of each part of the text that the other one does not have there what {@link Change} keeps. */
    private int[] changes = NONE;

    private int count;
    private int traits;

    LongText(byte[] record) {
        this.record = record;
    }

    /**
     * How the text last read differs from the other.
     *
     * @param slot of the text
     * @param base the other's origin
     */
    Change change(int slot, Object base) {
        return new Change(slot, base, changes, count);
    }

    /**
     * Where the text ends that begins at that place, as {@link JsonText#end} says it. All traits of the other text are taken for its own.
     *
     * @param other the record before
     * @param from where in it the text begins
     * @param to where it ends: at its closing quote
     * @param traitsOfOther what is special about it
     */
    long end(int at, byte[] other, int from, int to, int traitsOfOther) {
        count = 0;
        traits = traitsOfOther;
        int here = at;
        int there = from;
        int allowance = MOST_IN_VAIN;
        while (true) {
            int mismatch = Arrays.mismatch(record, here, record.length, other, there, to + 1);
            int same = mismatch < 0 ? to + 1 - there : mismatch;
            if (same > to - there) {
                return ended(here + to - there);
            }
            int change = TextCuts.boundary(record, here, here + same);
            int changeThere = there + change - here;
            allowance += same / WORTH - 1;
            there = allowance < 0 ? to : TextCuts.nextLine(other, changeThere, to);
            long end = there < to ? JsonText.lineEnd(record, change) : JsonText.end(record, change);
            if (end == JsonText.ODD) {
                return end;
            }
            here = (int) end;
            traits |= (int) (end >>> Integer.SIZE);
            boolean isLast = record[here] == '"';
            add(change, here, changeThere - from, (isLast ? to : there) - from);
            if (isLast) {
                return ended(here);
            }
        }
    }

    private long ended(int at) {
        return (long) traits << Integer.SIZE | at;
    }

    private void add(int from, int to, int fromThere, int toThere) {
        if ((count + 1) * Change.PLACES > changes.length) {
            changes = Arrays.copyOf(changes, Math.max(4 * Change.PLACES, 2 * changes.length));
        }
        int at = Change.PLACES * count++;
        changes[at] = from;
        changes[at + 1] = to;
        changes[at + 2] = fromThere;
        changes[at + 3] = toThere;
    }
}
