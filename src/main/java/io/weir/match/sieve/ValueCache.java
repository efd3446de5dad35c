package io.weir.match.sieve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of values of one field which variants they leave. A value's bytes are compared, or those of its {@link Fingerprint} where it is long, so a chosen
 * collision of hashes makes it forget, no more. It begins small and grows with what comes again, while there is {@link CacheRoom room}. For one thread.
 */
final class ValueCache {

    /** Longer values are remembered by their fingerprint: scripts come again as often as paths do, and would take the room of a hundred each. */
    static final int LONGEST_KEPT = 1 << 12;

    /** What remembering a value takes beside its bytes and what it leaves. */
    private static final int OVERHEAD = 64;

    /** Of so many that come again one is taken in where others have to make room: else a round of too many would push each out before it came again. */
    private static final int TAKEN_WHEN_FULL = 16;

    private static final int FEWEST = 1 << 5;
    private static final int MOST = 1 << 16;
    private static final int MOST_ASKED_ONCE = 1 << 16;

    /** Look-ups after which it is thought over whether to grow. */
    private static final int TERM = 1 << 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int CHANCE = 0x9E3779B1;

    private final CacheRoom room;
    private @Nullable Entry[] entries = new Entry[FEWEST];

    /** Hashes of values that were asked for and are not remembered. */
    private int[] askedOnce = {};

    /** Made when first needed: few fields have long values. */
    private @Nullable Fingerprint fingerprint;

    private int bytesKept;
    private int hand;
    private int asked;
    private int missed;
    private int cameAgain;
    private int turned;
    private int chance;

    /**
     * A value and what it leaves.
     *
     * @param length of the value
     * @param key the value, or its fingerprint
     */
    private record Entry(int hash, int length, byte[] key, long[] left) {
        int bytes() {
            return OVERHEAD + key.length + Long.BYTES * left.length;
        }
    }

    ValueCache(CacheRoom room) {
        this.room = room;
        room.join(this);
    }

    /** What it has taken of the room. */
    int bytes() {
        return bytesKept;
    }

    /** What the value leaves, or null where that is not remembered. */
    long @Nullable [] get(byte[] bytes, int from, int to, int hash) {
        if (++asked == TERM) {
            thinkOver();
        }
        int place = hash & (entries.length - 1);
        var first = entries[place];
        if (first != null && isSame(first, bytes, from, to, hash)) {
            return first.left;
        }
        var second = entries[place ^ 1];
        if (second != null && isSame(second, bytes, from, to, hash)) {
            return second.left;
        }
        missed++;
        return null;
    }

    private boolean isSame(Entry entry, byte[] bytes, int from, int to, int hash) {
        if (entry.hash != hash || entry.length != to - from) {
            return false;
        }
        return entry.length <= LONGEST_KEPT
                ? Arrays.equals(entry.key, 0, entry.key.length, bytes, from, to)
                : Arrays.equals(entry.key, fingerprint(bytes, from, to));
    }

    private byte[] fingerprint(byte[] bytes, int from, int to) {
        var known = fingerprint;
        if (known == null) {
            known = new Fingerprint();
            fingerprint = known;
        }
        return known.of(bytes, from, to);
    }

    /** Whether a value that is not remembered is worth working out for good: it was asked for before, as many never are again. */
    boolean comesAgain(int hash) {
        if (askedOnce.length == 0) {
            askedOnce = new int[TERM];
        }
        int place = hash >>> 7 & (askedOnce.length - 1);
        boolean again = askedOnce[place] == hash || askedOnce[place ^ 1] == hash;
        if (!again) {
            note(hash, place);
        }
        cameAgain += again ? 1 : 0;
        return again && (!room.isFull(LONGEST_KEPT) || ++turned % TAKEN_WHEN_FULL == 0);
    }

    /** By chance the one before stays beside it: else some that come in turns and have one place would each push the others out, for ever. */
    private void note(int hash, int place) {
        chance = chance * CHANCE + 1;
        if (chance < 0) {
            askedOnce[place ^ 1] = askedOnce[place];
        }
        askedOnce[place] = hash;
    }

    /** Remembers it; what was at its place, if anything, moves over, and what was there is forgotten. */
    void put(byte[] bytes, int from, int to, int hash, long[] left) {
        byte[] key = to - from <= LONGEST_KEPT ? Arrays.copyOfRange(bytes, from, to) : fingerprint(bytes, from, to);
        var entry = new Entry(hash, to - from, key, left);
        room.take(entry.bytes());
        bytesKept += entry.bytes();
        int place = hash & (entries.length - 1);
        var moved = entries[place];
        if (moved != null) {
            forget(place ^ 1);
            entries[place ^ 1] = moved;
        }
        entries[place] = entry;
    }

    /** Forgets one that is remembered; of a cache that has some. */
    void forgetOne() {
        while (entries[hand & (entries.length - 1)] == null) {
            hand++;
        }
        forget(hand++ & (entries.length - 1));
    }

    private void forget(int place) {
        var old = entries[place];
        if (old != null) {
            int given = old.bytes();
            bytesKept -= given;
            room.giveBack(given);
            entries[place] = null;
        }
    }

    private void thinkOver() {
        if (missed > Math.min(askedOnce.length / 16, TERM / 2) && askedOnce.length < MOST_ASKED_ONCE) {
            askedOnce = new int[4 * askedOnce.length];
        }
        if (cameAgain > Math.min(entries.length / 64, TERM / 16)
                && entries.length < MOST
                && !room.isFull(LONGEST_KEPT)) {
            grow();
        }
        asked = 0;
        missed = 0;
        cameAgain = 0;
    }

    private void grow() {
        var old = entries;
        entries = new Entry[old.length * 4];
        for (var entry : old) {
            if (entry != null) {
                int place = entry.hash & (entries.length - 1);
                if (entries[place] != null) {
                    place ^= 1;
                    forget(place);
                }
                entries[place] = entry;
            }
        }
    }

    static int hash(byte[] bytes, int from, int to) {
        long hash = (to - from) * MIX;
        int at = from;
        if (to - from >= 8 * Long.BYTES) {
            long second = MIX;
            long third = -MIX;
            long fourth = ~MIX;
            for (; at + 4 * Long.BYTES <= to; at += 4 * Long.BYTES) {
                hash = mixed(hash, (long) LONGS.get(bytes, at));
                second = mixed(second, (long) LONGS.get(bytes, at + Long.BYTES));
                third = mixed(third, (long) LONGS.get(bytes, at + 2 * Long.BYTES));
                fourth = mixed(fourth, (long) LONGS.get(bytes, at + 3 * Long.BYTES));
            }
            hash = mixed(mixed(hash, second), mixed(third, fourth));
        }
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash, (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | bytes[at];
        }
        hash = (hash ^ rest) * MIX;
        return (int) (hash >>> 32);
    }

    private static long mixed(long hash, long eight) {
        long mixed = (hash ^ eight) * MIX;
        return mixed ^ mixed >>> 32;
    }
}
