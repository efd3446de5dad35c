package io.weir.match.sieve;

import io.weir.event.ScannedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which literals the last long values of a field have, line by line. What PowerShell says of a command's surroundings is 5 KB, nearly always new,
 * and nearly always differs from what it said before in a few lines: those are searched alone. It was more than half of all bytes that were searched. For one thread.
 */
final class LongValues {

    /** Shorter ones are never compared with others. */
    static final int SHORTEST = ScannedEvent.SHORTEST_COMPARED;

    /** So many values are remembered: one for each kind of event that comes in turns with others. */
    private static final int MOST = 8;

    /** A value of shorter lines is searched as a whole: each line costs a beginning. */
    static final int SHORTEST_LINES = 10;

    /** At most one in so many bytes of a value may have changed: so few have not more lines than that, of which the shortest have two bytes. */
    private static final int CHANGED = 16;

    private final LiteralFinder finder;
    private final FoldedText text;
    private final Work work;
    private final FoundInLines[] found = new FoundInLines[MOST];
    private int next;

    private LongValues(LiteralFinder finder, FoldedText text, Work work) {
        this.finder = finder;
        this.text = text;
        this.work = work;
    }

    /** For values in which those literals are looked for, or null where it can't be done line by line. */
    static @Nullable LongValues of(LiteralFinder finder, FoldedText text, Work work) {
        return finder.isWithinLines() ? new LongValues(finder, text, work) : null;
    }

    /**
     * What is found in a value: known already, or it differs little from one that is known, or from one that was not worth remembering. Null where it should be
     * read as a whole.
     */
    @Nullable
    FoundInLines find(ScannedEvent event, int slot) {
        var origin = event.origin(slot);
        var change = event.change(slot);
        for (var known : found) {
            if (known != null && known.isOf(origin)) {
                return known;
            }
        }
        if (!change.isKnown() || CHANGED * change.length() > event.to(slot) - event.from(slot)) {
            return null;
        }
        for (var known : found) {
            if (known != null && known.isOf(change.base())) {
                known.follow(event, slot, change);
                return known;
            }
        }
        return whole(event, slot);
    }

    private @Nullable FoundInLines whole(ScannedEvent event, int slot) {
        if (lines(event, slot) > (event.to(slot) - event.from(slot)) / SHORTEST_LINES) {
            return null;
        }
        var known = found[next];
        if (known == null) {
            known = new FoundInLines(finder, text, work);
            found[next] = known;
        }
        next = (next + 1) % MOST;
        known.begin(event, slot);
        return known;
    }

    private static int lines(ScannedEvent event, int slot) {
        int lines = 0;
        int to = event.to(slot);
        for (int at = event.from(slot); at < to; at = event.lineEnd(at, to)) {
            lines++;
        }
        return lines;
    }
}
