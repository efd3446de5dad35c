package io.weir.job;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a state that is at hand.
 *
 * @param <V> its value
 */
final class Held<V> {

    private @Nullable V value;
    private @Nullable V stored;
    private boolean isStoredKnown;

    private int size;

    private Held(@Nullable V value, @Nullable V stored, boolean isStoredKnown) {
        this.value = value;
        this.stored = stored;
        this.isStoredKnown = isStoredKnown;
    }

    /** An entry as the storage has it, or has it not. */
    static <V> Held<V> read(@Nullable V stored) {
        return new Held<>(stored, stored, true);
    }

    /** An entry that is set before anybody has asked what the storage has. */
    static <V> Held<V> unread() {
        return new Held<>(null, null, false);
    }

    /** None where there is no such entry. */
    @Nullable
    V value() {
        return value;
    }

    void set(@Nullable V next) {
        value = next;
    }

    boolean isWritten() {
        return isStoredKnown && value == stored;
    }

    void written() {
        stored = value;
        isStoredKnown = true;
    }

    /** How large it is taken to be, in bytes of the heap. */
    int size() {
        return size;
    }

    /** Takes it to be of that size from now on; by how much it has grown comes back. */
    int resize(int bytes) {
        int more = bytes - size;
        size = bytes;
        return more;
    }
}
