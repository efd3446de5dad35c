package io.weir.match.sieve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of values of one field which variants they leave. A value's bytes are compared, so a chosen collision of hashes makes it forget, no
 * more. It begins small and grows while that pays, and stands aside where values hardly come again. For one thread.
 */
final class ValueCache {

    /** Longer values are not remembered: command lines of that length hardly come again. */
    static final int LONGEST = 512;

    private static final int FEWEST = 1 << 5;
    private static final int MOST = 1 << 13;

    /** Look-ups after which it is thought over whether to grow or to stand aside. */
    private static final int TERM = 1 << 10;

    /** Of one in so many terms it finds out whether standing aside is still right. */
    private static final int TERMS_ASIDE = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Entry[] entries = new Entry[FEWEST];

    /** Hashes of values that were asked for and are not remembered. */
    private int[] askedOnce = new int[FEWEST];

    private int asked;
    private int found;
    private int asideFor;

    /** A value and what it leaves. */
    private record Entry(int hash, byte[] value, long[] left) {}

    /** Whether values of that length are worth asking for. */
    boolean isUsed(int length) {
        if (length > LONGEST) {
            return false;
        }
        if (asideFor > 0) {
            asideFor--;
            return false;
        }
        return true;
    }

    /** What the value leaves, or null where that is not remembered. */
    long @Nullable [] get(byte[] bytes, int from, int to, int hash) {
        if (++asked == TERM) {
            thinkOver();
        }
        int place = hash & (entries.length - 1);
        var first = entries[place];
        if (first != null && isSame(first, bytes, from, to, hash)) {
            found++;
            return first.left;
        }
        var second = entries[place ^ 1];
        if (second != null && isSame(second, bytes, from, to, hash)) {
            found++;
            return second.left;
        }
        return null;
    }

    private static boolean isSame(Entry entry, byte[] bytes, int from, int to, int hash) {
        return entry.hash == hash && Arrays.equals(entry.value, 0, entry.value.length, bytes, from, to);
    }

    /** Whether a value that is not remembered was asked for before, so that it is worth working out for good: many never come again. */
    boolean comesAgain(int hash) {
        int place = hash >>> 7 & (askedOnce.length - 1);
        boolean again = askedOnce[place] == hash;
        askedOnce[place] = hash;
        return again;
    }

    /** Remembers it; what was at its place moves over, and what was there is forgotten. */
    void put(byte[] bytes, int from, int to, int hash, long[] left) {
        int place = hash & (entries.length - 1);
        entries[place ^ 1] = entries[place];
        entries[place] = new Entry(hash, Arrays.copyOfRange(bytes, from, to), left);
    }

    private void thinkOver() {
        int missed = asked - found;
        if (found < asked / 8) {
            asideFor = TERM * TERMS_ASIDE;
        } else if (missed > entries.length / 4 && entries.length < MOST) {
            grow();
        }
        asked = 0;
        found = 0;
    }

    private void grow() {
        var old = entries;
        entries = new Entry[old.length * 2];
        askedOnce = new int[old.length * 2];
        for (var entry : old) {
            if (entry != null) {
                int place = entry.hash & (entries.length - 1);
                entries[entries[place] == null ? place : place ^ 1] = entry;
            }
        }
    }

    static int hash(byte[] bytes, int from, int to) {
        long hash = (to - from) * MIX;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | bytes[at];
        }
        hash = (hash ^ rest) * MIX;
        return (int) (hash >>> 32);
    }
}
