package io.weir.event;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What the records have in common that have the same names in the same order: which value of the record each field is. Worked out once by
 * the shape of the first of them, and shared: two events with one layout name the very same object.
 *
 * <p>A record has its values in slots, counted from 0 in the order of the record. A null is in no slot; that it is there is a matter of the
 * layout.
 */
public final class Layout {

    /** In the slots of a field: a null. */
    public static final int NULL = -1;

    /** The slot of a part of the header that no single value of the record gives. */
    public static final int NOWHERE = -1;

    /** The slot of a part of the header that is empty in all records of the layout. */
    public static final int EMPTY = -2;

    private static final int[] NO_SLOTS = {};

    private final int number;
    private final Map<String, int[]> slots;
    private final Set<String> computed;
    private final int[] all;
    private final HeaderSlots header;
    private final LayoutTime time;

    /**
     * A layout.
     *
     * @param number how many its decoder knew before
     * @param slots the slots of each field
     * @param computed the fields that the shape works out of more than their names
     * @param header where the header's parts are
     * @param time how the event's time is found
     */
    Layout(int number, Map<String, int[]> slots, Set<String> computed, HeaderSlots header, LayoutTime time) {
        this.number = number;
        this.slots = Map.copyOf(slots);
        this.computed = Set.copyOf(computed);
        this.all = all(slots.values());
        this.header = header;
        this.time = time;
    }

    private static int[] all(Collection<int[]> slots) {
        int[] all = new int[slots.stream().mapToInt(some -> some.length).sum()];
        int count = 0;
        for (int[] some : slots) {
            for (int slot : some) {
                if (slot != NULL) {
                    all[count++] = slot;
                }
            }
        }
        Arrays.sort(all, 0, count);
        return Arrays.copyOf(all, count);
    }

    /**
     * The slots of parts of the header, each {@link #NOWHERE} where no single value of the record is that part as it stands; {@link #EMPTY} may be all but the
     * event id's.
     */
    record HeaderSlots(int channel, int provider, int eventId, int computer, int recordNumber) {}

    /** Counts the layouts of one decoder, from 0; those of two decoders may have the same. For tables of what is known of layouts. */
    public int number() {
        return number;
    }

    /**
     * The slots of the field of that Sigma name, {@link #NULL} for each value that is a null; several where the field has several values; none
     * where the event does not have it. Not to be changed. Of one that is {@link #computes computed} it says nothing.
     */
    public int[] slots(String name) {
        return slots.getOrDefault(name, NO_SLOTS);
    }

    /** Whether the field's value, or that it is there, follows from more than the layout. */
    public boolean computes(String name) {
        return computed.contains(name);
    }

    /** The slots of all fields, none of which is {@link #NULL}; not to be changed. They are all values of the event where it {@link #computesAny computes} none. */
    public int[] slots() {
        return all;
    }

    /** Whether there may be a field whose value follows from more than the layout. */
    public boolean computesAny() {
        return !computed.isEmpty();
    }

    /** The slot of the channel, if it is not empty there; {@link #NOWHERE} where the event is to be asked, or {@link #EMPTY}. */
    public int channelSlot() {
        return header.channel();
    }

    /** The slot of the provider's name, if it is not empty there; {@link #NOWHERE} where the event is to be asked, or {@link #EMPTY}. */
    public int providerSlot() {
        return header.provider();
    }

    /** The slot of the event id as the log system gives it, or {@link #NOWHERE} where the event is to be asked. */
    public int eventIdSlot() {
        return header.eventId();
    }

    HeaderSlots header() {
        return header;
    }

    LayoutTime time() {
        return time;
    }
}
