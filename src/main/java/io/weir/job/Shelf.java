package io.weir.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is at hand of one key of the stream: of each state the entries, and what is known of how the storage has them. */
final class Shelf {

    /** What it takes beside its entries, and its key: a few objects and tables. */
    private static final int OWN = 600;

    /** An entry that the storage has otherwise, or may have. */
    record Unwritten(Object key, Held held) {}

    /** In the order in which they came. */
    private final List<@Nullable Map<Object, Held>> entries;

    /** Of each state what is to be written by itself. A busy key has a thousand times as many entries at hand, which would else be gone through for them. */
    private final List<List<Unwritten>> unwritten;

    private boolean isComplete;
    private boolean isSmall;
    private boolean isMarked;
    private boolean isChanged;

    /** All entries of a small one as a record, as long as that is still so. */
    private byte @Nullable [] record;

    private boolean isFolded;

    private @Nullable Inventory inventory;
    private int missed;
    private int weight = OWN;

    private Shelf(int states, boolean isComplete, boolean isMarked) {
        this.entries = new ArrayList<>(Collections.nCopies(states, null));
        this.unwritten = new ArrayList<>(Collections.nCopies(states, List.of()));
        this.isComplete = isComplete;
        this.isSmall = isComplete;
        this.isMarked = isMarked;
    }

    /** Of a key that has nothing in the storage, or all of it in one record that is to be read into the shelf. */
    static Shelf small(int states) {
        return new Shelf(states, true, false);
    }

    /** Of a key that has that record, from which its entries are to be read. */
    static Shelf small(int states, byte[] record) {
        var shelf = small(states);
        shelf.record = record;
        return shelf;
    }

    /**
     * Of a key whose entries are in the storage each by itself, and are read when they are asked for.
     *
     * @param isMarked whether the storage says so
     */
    static Shelf spread(int states, boolean isMarked) {
        return new Shelf(states, false, isMarked);
    }

    /** The entries of the state of that number, to be changed. */
    Map<Object, Held> of(int state) {
        var known = entries.get(state);
        if (known == null) {
            known = new LinkedHashMap<>(8);
            entries.set(state, known);
        }
        return known;
    }

    /** The entries of the state of that number, to be looked at. */
    Map<Object, Held> at(int state) {
        var known = entries.get(state);
        return known == null ? Map.of() : known;
    }

    /**
     * Forgets half of the entries of each state, those that came first; the storage must have all by itself.
     *
     * @return how many bytes that sets free, none where there was nothing left to forget
     */
    int halve() {
        int before = weight;
        for (var some : entries) {
            if (some != null) {
                var oldest = some.values().iterator();
                for (int left = (some.size() + 1) / 2; left > 0; left--) {
                    weight += oldest.next().resize(0);
                    oldest.remove();
                }
            }
        }
        isComplete = false;
        return before - weight;
    }

    /** Whether what is not here is nowhere. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether an entry that is not here may be in the storage. */
    boolean mayBeStored(int state, Object key) {
        return !isComplete && (inventory == null || inventory.mayHave(Inventory.hash(state, key)));
    }

    /** What the storage has, where that is known and written by itself. */
    @Nullable
    Inventory inventory() {
        return inventory;
    }

    /** It is known, or no more, what the storage has. */
    void inventory(@Nullable Inventory known) {
        weight += bytes(known) - bytes(inventory);
        inventory = known;
    }

    private static int bytes(@Nullable Inventory some) {
        return some == null ? 0 : some.weight();
    }

    /** Adds all entries, where the storage has them as they are here. */
    void count(Inventory stock) {
        for (int state = 0; state < entries.size(); state++) {
            for (var entry : at(state).entrySet()) {
                if (entry.getValue().value() != null) {
                    stock.add(Inventory.hash(state, entry.getKey()));
                }
            }
        }
    }

    /** The storage was asked in vain, with no inventory; how often that makes comes back. */
    int miss() {
        return ++missed;
    }

    /** Whether the storage has all that it has of the key in one record, and else each entry by itself. */
    boolean isSmall() {
        return isSmall;
    }

    /** Whether the key's record is here in place of its entries. */
    boolean isFolded() {
        return isFolded;
    }

    /** Whether the entries are as a record has them that is here, too. */
    boolean isAsRecorded() {
        return record != null;
    }

    /** From now on the record is here, and no entry. */
    void fold(byte[] folded) {
        record = folded;
        isFolded = true;
        Collections.fill(entries, null);
        weight = OWN + folded.length;
    }

    /** From now on there is nothing of the key; only of a small one, of which nothing is elsewhere. */
    void clear() {
        change();
        Collections.fill(entries, null);
        weight = OWN;
    }

    /** The record, where it is here. */
    byte[] record() {
        return Objects.requireNonNull(record, "fold() comes first");
    }

    /** From now on the entries are here, which are to be read from the record; it stays as long as nothing changes, for values are parts of it anyway. */
    byte[] unfolded() {
        isFolded = false;
        weight = OWN;
        return record();
    }

    /** From now on the storage has each entry by itself; what is here is still all. */
    void spread() {
        if (isSmall) {
            isSmall = false;
            change();
            for (int state = 0; state < entries.size(); state++) {
                for (var entry : at(state).entrySet()) {
                    note(state, entry.getKey(), entry.getValue());
                }
            }
        }
    }

    /** An entry is to be written, in the record of the key or by itself. */
    void note(int state, Object key, Held held) {
        if (!isSmall && held.note()) {
            if (unwritten.get(state).isEmpty()) {
                unwritten.set(state, new ArrayList<>());
            }
            unwritten.get(state).add(new Unwritten(key, held));
        }
    }

    /** What is to be written by itself, which from then on it is not. */
    List<Unwritten> takeUnwritten(int state) {
        return unwritten.set(state, List.of());
    }

    /** Whether the storage says that entries are each by itself. */
    boolean isMarked() {
        return isMarked;
    }

    void mark() {
        isMarked = true;
    }

    /** Whether there is something that the storage does not have yet. */
    boolean isChanged() {
        return isChanged;
    }

    void change() {
        isChanged = true;
        record = null;
    }

    void written() {
        isChanged = false;
    }

    /** How many bytes of heap it takes, roughly. */
    int weight() {
        return weight;
    }

    void grow(int more) {
        weight += more;
    }
}
