package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Some events of one group that follow each other. Two of the same events, with the same before them, are equal. */
public final class HistoryPage {

    static final HistoryPage EMPTY = new HistoryPage(Carry.NONE, List.of());

    private final Carry before;
    private final List<Placed> placed;
    private final Rungs rungs;

    /**
     * A page of those events.
     *
     * @param before what went before the first of them, so that nothing older has to be read again
     * @param placed in {@link Placed#ORDER}
     */
    public HistoryPage(Carry before, List<Placed> placed) {
        this(before, placed, new Rungs());
    }

    private HistoryPage(Carry before, List<Placed> placed, Rungs rungs) {
        this.before = before;
        this.placed = List.copyOf(placed);
        this.rungs = rungs;
    }

    /** What went before the first event. */
    public Carry before() {
        return before;
    }

    /** The events in their order. */
    public List<Placed> placed() {
        return placed;
    }

    Rungs rungs() {
        return rungs;
    }

    /** With one event more, which is not there yet. */
    HistoryPage with(Placed more) {
        int at = -Collections.binarySearch(placed, more, Placed.ORDER) - 1;
        var events = new ArrayList<Placed>(placed.size() + 1);
        events.addAll(placed);
        events.add(at, more);
        return new HistoryPage(before, events, rungs.upTo(at));
    }

    boolean contains(Placed event) {
        return Collections.binarySearch(placed, event, Placed.ORDER) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistoryPage that && before.equals(that.before) && placed.equals(that.placed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(before, placed);
    }

    @Override
    public String toString() {
        return "HistoryPage[before=" + before + ", placed=" + placed + "]";
    }
}
