package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What went before some events within a {@link HistoryPage}, one every few events, as it was found when the page was last looked at: so an event that comes is looked
 * at with the few before it, and not with all of its page. Of the demo's telemetry a match of a group cost 21 µs without storage, now 9.
 *
 * <p>No part of the state: a page that was read has none, and is looked at as a whole once.
 */
final class Rungs {

    /** From one to the next. */
    static final int STEP = 8;

    /** What says more than so much is not kept. */
    private static final int MOST_RECENT = 64;

    private final List<Carry> carries;

    Rungs() {
        this(List.of());
    }

    private Rungs(List<Carry> carries) {
        this.carries = new ArrayList<>(carries);
    }

    /**
     * How far a look may begin into its page.
     *
     * @param index of the event that is begun with; the one that is asked for, or one before it
     * @param before what went before that event
     */
    record Rung(int index, Carry before) {}

    /** The last one at that event of the page or before it. */
    Optional<Rung> floor(int index) {
        int at = Math.min(index / STEP, carries.size()) - 1;
        return at < 0 ? Optional.empty() : Optional.of(new Rung((at + 1) * STEP, carries.get(at)));
    }

    /** Keeps what went before that event; events are looked at in their order. */
    void put(int index, Carry before) {
        if (index % STEP == 0
                && index / STEP == carries.size() + 1
                && before.recent().size() <= MOST_RECENT) {
            carries.add(before);
        }
    }

    /** Those that hold where something changes at that event. */
    Rungs upTo(int index) {
        return new Rungs(carries.subList(0, Math.min(index / STEP, carries.size())));
    }
}
