package io.weir.job;

import org.jspecify.annotations.Nullable;

/** An entry of a state that is at hand: its value, or the bytes that it was read as, or both. */
final class Held {

    private @Nullable Object value;
    private @Nullable Object stored;
    private boolean isStoredKnown;
    private @Nullable Slice slice;
    private boolean isNoted;
    private int size;

    private Held(@Nullable Object stored, boolean isStoredKnown, @Nullable Slice slice) {
        this.value = stored;
        this.stored = stored;
        this.isStoredKnown = isStoredKnown;
        this.slice = slice;
    }

    /** An entry as the storage has it, or has it not, under its own key. */
    static Held read(@Nullable Object stored) {
        return new Held(stored, true, null);
    }

    /** An entry that is set before anybody has asked what the storage has. */
    static Held unread() {
        return new Held(null, false, null);
    }

    /** An entry of a record, whose value nobody has asked for yet. */
    static Held packed(Slice slice) {
        return new Held(null, false, slice);
    }

    /** Whether the value is there only as {@link #slice bytes}. */
    boolean isPacked() {
        return value == null && slice != null;
    }

    /** The bytes that the value was read as, where it is still the same. */
    @Nullable
    Slice slice() {
        return slice;
    }

    /** The value is what the bytes say. */
    void unpack(Object unpacked) {
        value = unpacked;
    }

    /** None where there is no such entry, or where it is packed. */
    @Nullable
    Object value() {
        return value;
    }

    void set(@Nullable Object next) {
        value = next;
        slice = null;
    }

    /** Whether the storage has it so under its own key. */
    boolean isWritten() {
        return isStoredKnown && value == stored;
    }

    /** Notes that it is to be written by itself; whether that was not noted before comes back. */
    boolean note() {
        boolean isNew = !isNoted;
        isNoted = true;
        return isNew;
    }

    /** How many entries more the storage has with what is to be written: 1, 0 or -1; only where it is known what it has. */
    int growth() {
        return (value == null ? 0 : 1) - (stored == null ? 0 : 1);
    }

    void written() {
        stored = value;
        isStoredKnown = true;
        isNoted = false;
        slice = null;
    }

    /** Takes it to be of that size from now on; by how much it has grown comes back. */
    int resize(int bytes) {
        int more = bytes - size;
        size = bytes;
        return more;
    }
}
