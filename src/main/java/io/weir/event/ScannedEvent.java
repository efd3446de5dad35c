package io.weir.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event of a known layout: its bytes, and where in them each value is. A value is made when it is asked for; what is more than the values
 * as they stand is left to the whole event, which is read when first wanted.
 */
public final class ScannedEvent implements Event {

    private static final int TRAITS_SHIFT = 28;
    private static final int PLACE = (1 << TRAITS_SHIFT) - 1;

    /** Longer records can not have their ends marked. */
    static final int LONGEST = PLACE;

    /** Of shorter values no {@link #change} is ever known. */
    public static final int SHORTEST_COMPARED = LongText.SHORTEST;

    private final RecordScanner scanner;
    private final byte[] bytes;
    private final Layout layout;
    private final int[] spans;
    private final Object[] origins;
    private final Change[] changes;
    private final int changed;
    private final Stamp transport;
    private final boolean isDisguised;

    // Threads that race read equal events, and their fields are final: no lock is needed.
    private @Nullable Event whole;
    private @Nullable ProcessFacts process;
    private @Nullable EventTime time;
    private @Nullable HostId host;
    private @Nullable EventIdentity identity;

    /** The event of a record that has been walked along, to its end. */
    ScannedEvent(RecordScanner scanner, byte[] bytes, Layout layout, LayoutWalk walk, Stamp transport) {
        this.scanner = scanner;
        this.bytes = bytes;
        this.layout = layout;
        this.spans = walk.spans();
        this.origins = walk.origins();
        this.changes = walk.changes();
        this.changed = walk.changed();
        this.isDisguised = (walk.traits() & JsonText.DISGUISED) != 0;
        this.transport = transport;
    }

    /** Whether a character is written in it in another way than it need be, so that its bytes can not be searched for plain words. */
    public boolean isDisguised() {
        return isDisguised;
    }

    /** Its layout, the same object for all events that have it. */
    public Layout layout() {
        return layout;
    }

    /** Where in the bytes the value in that slot begins; of a text its first character, not the quote. */
    public int from(int slot) {
        return spans[2 * slot];
    }

    /** Where in the bytes the value in that slot ends. */
    public int to(int slot) {
        return spans[2 * slot + 1] & PLACE;
    }

    /** Whether the value in that slot is an empty text. */
    public boolean isEmpty(int slot) {
        return from(slot) == to(slot);
    }

    /** Whether the value in that slot is a text: its bytes stand between quotes. */
    public boolean isText(int slot) {
        return bytes[from(slot) - 1] == '"';
    }

    /**
     * What the value in that slot can be known by: where it is the same object for the same slot of two events of one decoder, the values are the same,
     * byte for byte. Where it is not they may be, too.
     */
    public Object origin(int slot) {
        return origins[slot];
    }

    /** How the value in that slot differs from another one, so far as that is known. */
    public Change change(int slot) {
        for (int i = 0; i < changed; i++) {
            if (changes[i].slot() == slot) {
                return changes[i];
            }
        }
        return Change.UNKNOWN;
    }

    /**
     * Where the line begins that a place of a text is in. Lines end where JSON's escape for a line's end does.
     *
     * @param from where the text begins, or a line of it
     */
    public int lineBegin(int from, int at) {
        return TextCuts.lineBegin(bytes, from, at);
    }

    /**
     * Where the line ends that begins at that place of a text: behind its end's escape, or where the text ends.
     *
     * @param to where the text ends, or a line of it
     */
    public int lineEnd(int at, int to) {
        return TextCuts.nextLine(bytes, at, to);
    }

    /** The origins of all values; not to be changed. */
    Object[] origins() {
        return origins;
    }

    /** From and to of each value, as {@link #end} marks them; not to be changed. */
    int[] spans() {
        return spans;
    }

    /** What is special about the value that ends so. */
    static int traitsOf(int end) {
        return end >>> TRAITS_SHIFT;
    }

    /** Marks the end of a value with what is special about it. */
    static int end(long end) {
        return (int) (end >>> Integer.SIZE) << TRAITS_SHIFT | (int) end;
    }

    /** What is special about the value in that slot. */
    int traits(int slot) {
        return traitsOf(spans[2 * slot + 1]);
    }

    /** The value in that slot, or a null for {@link Layout#NULL}. */
    public FieldValue value(int slot) {
        if (slot == Layout.NULL) {
            return new FieldValue.Null();
        }
        return isText(slot) ? new FieldValue.Text(text(slot)) : JsonScalar.bare(text(slot));
    }

    /** The value in that slot as text, escapes read. */
    public String text(int slot) {
        return JsonScalar.string(bytes, from(slot), to(slot), traits(slot));
    }

    @Override
    public Optional<FieldValue> field(String name) {
        if (layout.computes(name)) {
            return whole().field(name);
        }
        int[] slots = layout.slots(name);
        return switch (slots.length) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(value(slots[0]));
            default -> Optional.of(many(slots));
        };
    }

    private FieldValue many(int[] slots) {
        List<FieldValue> values = new ArrayList<>(slots.length);
        for (int slot : slots) {
            values.add(value(slot));
        }
        return new FieldValue.Many(values);
    }

    private Event whole() {
        var known = whole;
        if (known == null) {
            known = scanner.whole(bytes, transport);
            whole = known;
        }
        return known;
    }

    @Override
    public Map<String, FieldValue> fields() {
        return whole().fields();
    }

    @Override
    public String channel() {
        int slot = layout.header().channel();
        return isSaid(slot) ? text(slot) : slot == Layout.EMPTY ? "" : whole().channel();
    }

    @Override
    public String provider() {
        int slot = layout.header().provider();
        return isSaid(slot) ? text(slot) : slot == Layout.EMPTY ? "" : whole().provider();
    }

    /** An empty part of the header may be another one's instead. */
    private boolean isSaid(int slot) {
        return slot >= 0 && !isEmpty(slot);
    }

    @Override
    public int eventId() {
        int slot = layout.header().eventId();
        return slot == Layout.NOWHERE ? whole().eventId() : EventHeader.eventId(WholeNumber.of(text(slot)));
    }

    @Override
    public long recordNumber() {
        int slot = layout.header().recordNumber();
        if (slot == Layout.EMPTY) {
            return -1;
        }
        return slot == Layout.NOWHERE ? whole().recordNumber() : WholeNumber.of(text(slot));
    }

    @Override
    public HostId host() {
        var known = host;
        if (known == null) {
            int slot = layout.header().computer();
            known = isSaid(slot) ? new HostId(text(slot)) : slot == Layout.EMPTY ? HostId.NONE : whole().host();
            host = known;
        }
        return known;
    }

    @Override
    public Stamp time() {
        return when().stamp();
    }

    @Override
    public Stamp arrival() {
        var collected = when().collected();
        return collected.isKnown() ? collected : transport;
    }

    private EventTime when() {
        var known = time;
        if (known == null) {
            known = layout.time().of(this::text);
            time = known;
        }
        return known;
    }

    @Override
    public EventIdentity identity() {
        var known = identity;
        if (known == null) {
            known = EventIdentity.of(header(), bytes);
            identity = known;
        }
        return known;
    }

    // The identity asks for the computer's name in lower case.
    private EventHeader header() {
        return new EventHeader(channel(), provider(), (long) eventId(), host().name(), recordNumber(), when());
    }

    @Override
    public ProcessFacts process() {
        var known = process;
        if (known == null) {
            known = ProcessFacts.of(this);
            process = known;
        }
        return known;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return whole().toString();
    }
}
