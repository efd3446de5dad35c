package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The memory that all caches of one thread share: the fields of all kinds of events are many, and which of them have values that come again no one knows beforehand. */
public final class CacheRoom {

    /** Of values and what they leave: all values of our corpus that come again, a hundred thousand of them, take 50 MB. */
    private static final int MOST_BYTES = 64 << 20;

    private final List<ValueCache> caches = new ArrayList<>();
    private int left;

    /** All of it is free. */
    public CacheRoom() {
        this(MOST_BYTES);
    }

    CacheRoom(int bytes) {
        this.left = bytes;
    }

    /** Takes part in it. */
    void join(ValueCache cache) {
        caches.add(cache);
    }

    /** Whether whoever takes as much now pushes others out. */
    boolean isFull(int bytes) {
        return bytes > left;
    }

    /** Takes as much, for which those that have most give. */
    void take(int bytes) {
        while (bytes > left) {
            caches.stream()
                    .max(Comparator.comparingInt(ValueCache::bytes))
                    .orElseThrow()
                    .forgetOne();
        }
        left -= bytes;
    }

    /** Gives as much back. */
    void giveBack(int bytes) {
        left += bytes;
    }
}
