package io.weir.match.sieve;

import io.weir.event.Change;
import io.weir.event.ScannedEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which literals the lines of one long value have. It becomes another value's, of which the lines alone are searched that differ. For one thread. */
final class FoundInLines implements Tails.Found {

    /** What has more of a level's literals than these is not remembered: each line may have many, chosen by whoever writes it. */
    private static final int MOST = 1 << 10;

    private final LiteralFinder finder;
    private final FoldedText text;
    private final Work work;
    private final OfLevel[] levels;

    /** How many levels have been looked for. */
    private int done;

    /** Of the value; null where none is remembered. */
    private @Nullable Object origin;

    /** The line that is searched, for literals of that level: counted in bytes from where the value begins. */
    private int line;

    private OfLevel level;

    FoundInLines(LiteralFinder finder, FoldedText text, Work work) {
        this.finder = finder;
        this.text = text;
        this.work = work;
        this.levels = new OfLevel[finder.levels()];
        Arrays.setAll(levels, unused -> new OfLevel());
        this.level = levels[0];
    }

    /** What is found of one level, in the order of lines. */
    private static final class OfLevel {
        private int[] lines = {};
        private int[] literals = {};
        private int count;

        // The same of the value before, of which lines are taken over.
        private int[] linesBefore = {};
        private int[] literalsBefore = {};
        private int countBefore;
        private int next;

        void clear() {
            count = 0;
        }

        void follow() {
            int[] oldLines = lines;
            int[] oldLiterals = literals;
            lines = linesBefore;
            literals = literalsBefore;
            linesBefore = oldLines;
            literalsBefore = oldLiterals;
            countBefore = count;
            count = 0;
            next = 0;
        }

        /** Takes over what is in lines up to that one of the value before. */
        void take(int end, int moved) {
            for (; next < countBefore && linesBefore[next] < end; next++) {
                add(linesBefore[next] + moved, literalsBefore[next]);
            }
        }

        void pass(int end) {
            while (next < countBefore && linesBefore[next] < end) {
                next++;
            }
        }

        void add(int line, int literal) {
            for (int i = count - 1; i >= 0 && lines[i] == line; i--) {
                if (literals[i] == literal) {
                    return;
                }
            }
            if (count == lines.length) {
                lines = Arrays.copyOf(lines, Math.max(16, 2 * count));
                literals = Arrays.copyOf(literals, lines.length);
            }
            lines[count] = line;
            literals[count++] = literal;
        }
    }

    /** Whether it is of the value that is known by that. */
    boolean isOf(Object some) {
        return origin == some;
    }

    /** Begins with a value, in which nothing has been looked for. */
    void begin(ScannedEvent event, int slot) {
        origin = event.origin(slot);
        done = 0;
    }

    /** Becomes what is found in a value that differs so from the one that it was of. */
    void follow(ScannedEvent event, int slot, Change change) {
        origin = event.origin(slot);
        for (int i = 0; i < done; i++) {
            levels[i].follow();
        }
        int start = event.from(slot);
        int same = start;
        int moved = 0;
        for (int part = 0; part < change.parts(); part++) {
            int begin = event.lineBegin(same, change.from(part));
            take(begin - start - moved, moved);
            pass(change.baseTo(part));
            search(event, begin, change.to(part), start, 0, done);
            same = change.to(part);
            moved = same - start - change.baseTo(part);
        }
        take(Integer.MAX_VALUE, moved);
    }

    private void take(int end, int moved) {
        for (int i = 0; i < done; i++) {
            levels[i].take(end, moved);
        }
    }

    private void pass(int end) {
        for (int i = 0; i < done; i++) {
            levels[i].pass(end);
        }
    }

    /** Tells of the literals of that level, the next one or one that was told of before. */
    void tell(int number, ScannedEvent event, int slot, Tails.Found found) {
        var wanted = levels[number];
        if (number == done) {
            wanted.clear();
            search(event, event.from(slot), event.to(slot), event.from(slot), number, number + 1);
            done++;
        }
        for (int i = 0; i < wanted.count; i++) {
            found.literal(wanted.literals[i]);
        }
        if (wanted.count > MOST) {
            origin = null;
        }
    }

    private void search(ScannedEvent event, int from, int to, int start, int firstLevel, int behindLevel) {
        for (int at = from; at < to; ) {
            int end = event.lineEnd(at, to);
            line = at - start;
            text.read(event.bytes(), at, end);
            for (int i = firstLevel; i < behindLevel; i++) {
                level = levels[i];
                finder.find(i, text, this, work);
            }
            at = end;
        }
    }

    @Override
    public void literal(int number) {
        level.add(line, number);
    }
}
