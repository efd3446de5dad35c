package io.weir.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A walk along the tree of layouts with one record. Of each run it compares the record with the last one that went the same way: of the values of real
 * events five in six are what they were in it, and what is the same is compared 32 bytes at a time and need not be looked at again. For one thread.
 */
final class LayoutWalk {

    /** Longer records are not kept to compare the next one with. */
    private static final int LONGEST_KEPT = 1 << 16;

    /** What a text has in common with the last one is passed over if it is so much; to find out where a character begins takes as much as to read less. */
    private static final int SHORTEST_PASSED = 16;

    private final byte[] record;
    private LayoutRun run;
    private LayoutRun[] path = new LayoutRun[8];
    private int runs;
    private int[] spans = {};
    private Object[] origins = {};
    private Change[] changes = {};
    private int changed;

    /** Stands for this record as the origin of its values. */
    private final Object own = new Object();

    /** How many values have been found. */
    private int slot;

    /** How far the record has been read. */
    private int at;

    private int traits;

    // What the record is compared with: it is the same from where it has been read to before a limit.
    private @Nullable ScannedEvent last;
    private int lastAt;
    private int limit;

    LayoutWalk(byte[] record, LayoutRun root) {
        this.record = record;
        this.run = root;
    }

    /** From and to of each value. */
    int[] spans() {
        return spans;
    }

    /** Of each value, what {@link ScannedEvent#origin} says. */
    Object[] origins() {
        return origins;
    }

    /** What is known of how values differ from those of the record before; as many as {@link #changed}. */
    Change[] changes() {
        return changes;
    }

    /** Of how many values that is known. */
    int changed() {
        return changed;
    }

    /** What is special about any value. */
    int traits() {
        return traits;
    }

    /** Leaves the event to be compared with the next one. */
    void leave(ScannedEvent event) {
        if (record.length <= LONGEST_KEPT) {
            for (int i = 0; i < runs; i++) {
                path[i].leave(event, i + 1 < runs ? path[i + 1] : null);
            }
        }
    }

    /** Walks to the end of the record; its layout, or null where none that is known goes on like that. */
    @Nullable
    Layout toEnd() {
        while (true) {
            var next = next();
            if (next == null) {
                return null;
            }
            enter(next);
            int values = run.values();
            int first = slot;
            while (slot - first < values) {
                if (!sameValues(first, values) && !value(slot - first)) {
                    return null;
                }
            }
            if (values < run.steps()) {
                return run.isAt(values, record, at) ? run.layout() : null;
            }
        }
    }

    private void enter(LayoutRun next) {
        run = next;
        if (runs == path.length) {
            path = Arrays.copyOf(path, 2 * runs);
        }
        path[runs++] = next;
        if (spans.length < 2 * (slot + next.most())) {
            spans = Arrays.copyOf(spans, 2 * (slot + next.most()));
            origins = Arrays.copyOf(origins, slot + next.most());
        }
        var found = next.last();
        if (found != last) {
            last = found;
            lastAt = found == null || slot == 0 ? 0 : found.to(slot - 1);
            limit = lastAt;
        }
    }

    /** The run that begins as the record goes on, or null: most often the one by which the last record went on, and then nothing need be compared again. */
    private @Nullable LayoutRun next() {
        var same = last;
        var likely = run.likely();
        if (same != null && likely != null && likely.last() == same) {
            compare(same);
            if (limit > lastAt + likely.length(0)) {
                return likely;
            }
        }
        return run.after(record, at);
    }

    /** Finds out how far the record goes on as the last one does, where that is not known. */
    private void compare(ScannedEvent same) {
        if (limit <= lastAt) {
            int mismatch = Arrays.mismatch(record, at, record.length, same.bytes(), lastAt, same.bytes().length);
            limit = lastAt + (mismatch < 0 ? record.length - at : mismatch);
        }
    }

    /** Takes the values that are the same as in the last record; whether that is all of the run. */
    private boolean sameValues(int first, int values) {
        var same = last;
        if (same == null) {
            return false;
        }
        compare(same);
        int end = first + values;
        int behind = slot;
        while (behind < end && same.to(behind) < limit) {
            behind++;
        }
        if (behind > slot) {
            take(same, behind);
        }
        return behind == end;
    }

    /** Takes the values up to that slot. */
    private void take(ScannedEvent same, int behind) {
        int moved = at - lastAt;
        int[] known = same.spans();
        for (int i = 2 * slot; i < 2 * behind; i++) {
            spans[i] = known[i] + moved;
        }
        System.arraycopy(same.origins(), slot, origins, slot, behind - slot);
        if (same.isDisguised()) {
            for (int i = slot; i < behind; i++) {
                traits |= same.traits(i);
            }
        }
        lastAt = same.to(behind - 1);
        at = lastAt + moved;
        slot = behind;
    }

    /** Reads the next step and value of the run, of which nothing is known to be the same but perhaps the beginning. */
    private boolean value(int step) {
        var same = last;
        if (same != null && limit > same.from(slot)) {
            at += same.from(slot) - lastAt;
        } else if (run.isAt(step, record, at)) {
            at += run.length(step);
        } else {
            return false;
        }
        long end = run.follows(step) == LayoutStep.Follows.TEXT ? textEnd() : bareEnd();
        if (end < 0) {
            return false;
        }
        spans[2 * slot] = at;
        spans[2 * slot + 1] = ScannedEvent.end(end);
        origins[slot] = own;
        traits |= (int) (end >>> Integer.SIZE);
        at = (int) end;
        if (same != null) {
            lastAt = same.to(slot);
            limit = lastAt;
        }
        slot++;
        return true;
    }

    private long textEnd() {
        var before = last;
        if (before == null || before.isDisguised()) {
            return JsonText.end(record, at);
        }
        int from = before.from(slot);
        int to = before.to(slot);
        if (to - from < LongText.SHORTEST) {
            return limit - from < SHORTEST_PASSED
                    ? JsonText.end(record, at)
                    : endBehind(limit - from, before.traits(slot));
        }
        var text = new LongText(record);
        long end = text.end(at, before.bytes(), from, to, before.traits(slot));
        if (end != JsonText.ODD) {
            add(text.change(slot, before.origin(slot)));
        }
        return end;
    }

    /** Where the text ends that begins as the last record's does, which has those traits. */
    private long endBehind(int same, int traitsOfOther) {
        long end = JsonText.end(record, TextCuts.boundary(record, at, at + same));
        return end == JsonText.ODD ? end : end | (long) traitsOfOther << Integer.SIZE;
    }

    private void add(Change change) {
        if (changed == changes.length) {
            changes = Arrays.copyOf(changes, Math.max(4, 2 * changed));
        }
        changes[changed++] = change;
    }

    private int bareEnd() {
        return at < record.length ? BareText.end(record, at) : -1;
    }
}
