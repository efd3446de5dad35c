package io.weir.event;

/**
 * What a long value has that another one of the same place has not, found out by the way when both were read: whoever knows what is in that one need look at
 * these parts alone.
 */
public final class Change {

    /** Of a value that was not compared with another. */
    static final Change UNKNOWN = new Change(-1, new Object(), new int[0]);

    private final int slot;
    private final Object base;
    private final int[] parts;

    /**
     * A change.
     *
     * @param slot of the value
     * @param base the origin of the value that it was compared with
     * @param parts from and to of each part, in ascending order, in the bytes of the event
     */
    Change(int slot, Object base, int[] parts) {
        this.slot = slot;
        this.base = base;
        this.parts = parts;
    }

    int slot() {
        return slot;
    }

    /** The {@link ScannedEvent#origin origin} of the value that it was compared with, or one that no value has. */
    public Object base() {
        return base;
    }

    /** How many parts differ. What lies between two of them stands in the other value, too, as a whole; so does what lies before the first, and behind the last. */
    public int parts() {
        return parts.length / 2;
    }

    /** Where in the event's bytes a part begins: where a character or an escape of the value begins. */
    public int from(int part) {
        return parts[2 * part];
    }

    /** Where a part ends. */
    public int to(int part) {
        return parts[2 * part + 1];
    }
}
