package io.weir.match.sieve;

import io.weir.event.Layout;
import io.weir.event.ScannedEvent;

/**
 * Remembers of the events of one layout in which slots the last value had no keyword: five values in six are those of the event before, and are not searched
 * again. For one thread.
 */
final class Skimmed {

    private final Layout layout;

    /** By slot, the origin of a value without a keyword. */
    private Object[] without = {};

    Skimmed(Layout layout) {
        this.layout = layout;
    }

    /** Whether one of the words may be in a value of the event; if not, none is. Of an event that is not in disguise. */
    boolean mayHave(PlainWords words, ScannedEvent event, Work work) {
        byte[] bytes = event.bytes();
        if (layout.computesAny()) {
            work.skim(bytes.length);
            return words.mayBeIn(bytes, 0, bytes.length);
        }
        int[] slots = layout.slots();
        if (without.length < slots.length) {
            without = new Object[slots.length];
        }
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            var origin = event.origin(slot);
            if (origin != without[i]) {
                int from = event.from(slot);
                int to = event.to(slot);
                work.skim(to - from);
                if (words.mayBeIn(bytes, from, to)) {
                    return true;
                }
                without[i] = origin;
            }
        }
        return false;
    }
}
