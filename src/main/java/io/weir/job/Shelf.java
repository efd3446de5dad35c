package io.weir.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is at hand of one key of the stream: of each state the entries, and what is known of how the storage has them. */
final class Shelf {

    /** What it takes beside its entries, and its key: a few objects and tables. */
    private static final int OWN = 600;

    private final List<@Nullable Map<Object, Held>> entries;
    private final boolean isComplete;
    private boolean isSmall;
    private boolean isMarked;
    private boolean isChanged;
    private int weight = OWN;

    private Shelf(int states, boolean isComplete, boolean isMarked) {
        this.entries = new ArrayList<>(Collections.nCopies(states, null));
        this.isComplete = isComplete;
        this.isSmall = isComplete;
        this.isMarked = isMarked;
    }

    /** Of a key that has nothing in the storage, or all of it in one record that is to be read into the shelf. */
    static Shelf small(int states) {
        return new Shelf(states, true, false);
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
            known = new HashMap<>(8);
            entries.set(state, known);
        }
        return known;
    }

    /** The entries of the state of that number, to be looked at. */
    Map<Object, Held> at(int state) {
        var known = entries.get(state);
        return known == null ? Map.of() : known;
    }


    /** Whether what is not here is nowhere. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether the storage has all that it has of the key in one record, and else each entry by itself. */
    boolean isSmall() {
        return isSmall;
    }

    /** From now on the storage has each entry by itself; what is here is still all. */
    void spread() {
        isSmall = false;
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
