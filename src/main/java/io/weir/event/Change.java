package io.weir.event;

/**
 * What a long value has that another one of the same place has not, found out by the way when both were read: whoever knows what is in that one need look at
 * these parts alone.
 */
public final class Change {

    /** Of a value that was not compared with another. */
    static final Change UNKNOWN = new Change(-1, new Object(), new int[0], 0);

    /** How many places are kept of a part: from and to in the bytes of the event, from and to in the other value. */
    static final int PLACES = 4;

    private final int slot;
    private final Object base;
    private final int[] places;
    private final int parts;

    /**
     * A change.
     *
     * @param slot of the value
     * @param base the origin of the value that it was compared with
     * @param places of each part, in ascending order
     * @param parts how many there are
     */
    Change(int slot, Object base, int[] places, int parts) {
        this.slot = slot;
        this.base = base;
        this.places = places;
        this.parts = parts;
    }

    int slot() {
        return slot;
    }

    /** The {@link ScannedEvent#origin origin} of the value that it was compared with, or one that no value has. */
    public Object base() {
        return base;
    }

    /** Whether the value was compared with another. */
    public boolean isKnown() {
        return slot >= 0;
    }

    /**
     * How many parts differ. What lies between two of them stands in the other value, too, as a whole; so does what lies before the first, and behind the last. A
     * part ends where a line does in both values, or where the values end.
     */
    public int parts() {
        return parts;
    }

    /** Where in the event's bytes a part begins: where a character or an escape of the value begins. */
    public int from(int part) {
        return places[PLACES * part];
    }

    /** Where a part ends. */
    public int to(int part) {
        return places[PLACES * part + 1];
    }

    /** Where in the other value that stands which the part stands for, counted in bytes from where that value begins. */
    public int baseFrom(int part) {
        return places[PLACES * part + 2];
    }

    /** Where that ends. */
    public int baseTo(int part) {
        return places[PLACES * part + 3];
    }

    /** How many bytes of the value the parts take together. */
    public int length() {
        int length = 0;
        for (int part = 0; part < parts; part++) {
            length += to(part) - from(part);
        }
        return length;
    }
}
