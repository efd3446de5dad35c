package io.weir.match.sieve;

import io.weir.event.Change;
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
                var change = event.change(slot);
                if (change.base() == without[i]
                        ? mayHave(words, bytes, change, event.from(slot), event.to(slot), work)
                        : mayHave(words, bytes, event.from(slot), event.to(slot), work)) {
                    return true;
                }
                without[i] = origin;
            }
        }
        return false;
    }

    private static boolean mayHave(PlainWords words, byte[] bytes, int from, int to, Work work) {
        work.skim(to - from);
        return words.mayBeIn(bytes, from, to);
    }

    /** The same of a value that differs in some parts from one that has none: a word that it has would stand there, or reach in. */
    private static boolean mayHave(PlainWords words, byte[] bytes, Change change, int from, int to, Work work) {
        int margin = words.longest() - 1;
        for (int part = 0; part < change.parts(); part++) {
            int first = Math.max(from, change.from(part) - margin);
            int last = Math.min(to, change.to(part) + margin);
            if (mayHave(words, bytes, first, last, work)) {
                return true;
            }
        }
        return false;
    }
}
