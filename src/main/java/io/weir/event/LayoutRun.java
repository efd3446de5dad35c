package io.weir.event;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Steps that follow each other in all layouts known so far, and the runs that may follow: a tree. What layouts begin with in common they share.
 * Immutable but for the last event that it remembers.
 *
 * <p>The bytes of all steps lie in one array, so that a record is compared with memory that the processor reads ahead: steps as objects of their
 * own cost twice the time.
 */
final class LayoutRun {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Steps of more bytes are compared in another way. */
    private static final int MOST_AT_ONCE = 32;

    private static final int WORDS = MOST_AT_ONCE / Long.BYTES;

    /** For each length up to {@link #MOST_AT_ONCE}: which bits of four words to compare. */
    private static final long[] MASKS = masks();

    private static final LayoutRun[] NONE = {};

    private static final int FOLLOWS_BITS = 2;
    private static final int FOLLOWS_MASK = (1 << FOLLOWS_BITS) - 1;

    /** What stands between values, one step behind the other; with room to read {@link #MOST_AT_ONCE} bytes where the last step begins. */
    private final byte[] text;

    /** Of each step: where it ends in the text, and what follows. */
    private final int[] ends;

    private final LayoutRun[] next;

    private final Followers followers;

    private final @Nullable Layout layout;

    /** The most values that a record can have from the beginning of this run. */
    private final int most;

    /** The last event that went this way. Threads may race for it: whichever is found is one. */
    private @Nullable ScannedEvent last;

    /** The run by which it went on. */
    private @Nullable LayoutRun likely;

    private LayoutRun(byte[] text, int[] ends, LayoutRun[] next, @Nullable Layout layout) {
        this.text = text;
        this.ends = ends;
        this.next = next;
        this.followers = Followers.of(next);
        this.layout = layout;
        int most = 0;
        for (var run : next) {
            most = Math.max(most, run.most);
        }
        this.most = ends.length + most;
    }

    private static LayoutRun of(List<LayoutStep> steps, LayoutRun[] next, @Nullable Layout layout) {
        var bytes = new ByteArrayOutputStream();
        int[] ends = new int[steps.size()];
        for (int i = 0; i < ends.length; i++) {
            bytes.writeBytes(steps.get(i).between());
            ends[i] = bytes.size() << FOLLOWS_BITS | steps.get(i).follows().code();
        }
        return new LayoutRun(Arrays.copyOf(bytes.toByteArray(), bytes.size() + MOST_AT_ONCE), ends, next, layout);
    }

    private static long[] masks() {
        long[] masks = new long[(MOST_AT_ONCE + 1) * WORDS];
        for (int length = 0; length <= MOST_AT_ONCE; length++) {
            for (int i = 0; i < length; i++) {
                masks[length * WORDS + i / Long.BYTES] |= 0xFFL << (Byte.SIZE * (i % Long.BYTES));
            }
        }
        return masks;
    }

    /** No steps, and no layout behind them. */
    static LayoutRun empty() {
        return of(List.of(), NONE, null);
    }

    int steps() {
        return ends.length;
    }

    /** How many of the steps have a value behind them: all, or all but the record's end. */
    int values() {
        return layout == null ? ends.length : ends.length - 1;
    }

    /** The last event that went this way, or null. */
    @Nullable
    ScannedEvent last() {
        return last;
    }

    /** The run that follows this one by which the last event went on, or null. */
    @Nullable
    LayoutRun likely() {
        return likely;
    }

    /** Remembers an event that went this way, and by which run it went on, or null where it ended. */
    void leave(ScannedEvent event, @Nullable LayoutRun follower) {
        last = event;
        likely = follower;
    }

    /** The most values that a record can have from the beginning of this run. */
    int most() {
        return most;
    }

    /** The layout that ends with this run; only of one whose last step is the record's end. */
    Layout layout() {
        return Objects.requireNonNull(layout, "others follow");
    }

    int length(int step) {
        return end(step) - begin(step);
    }

    private int begin(int step) {
        return step == 0 ? 0 : end(step - 1);
    }

    private int end(int step) {
        return ends[step] >>> FOLLOWS_BITS;
    }

    LayoutStep.Follows follows(int step) {
        return LayoutStep.Follows.of(ends[step] & FOLLOWS_MASK);
    }

    /** The run that begins as the record goes on at that place, or null where there is none. */
    @Nullable
    LayoutRun after(byte[] record, int at) {
        return followers.at(record, at);
    }

    /** A byte of the first step. */
    byte first(int place) {
        return text[place];
    }

    /** Whether the record goes on with that step at that place. */
    boolean isAt(int step, byte[] record, int at) {
        int length = length(step);
        return at + length <= record.length
                && hasBytes(begin(step), length, record, at)
                && goesOn(follows(step), record, at + length);
    }

    /**
     * Four comparisons whether they are needed or not: a loop as long as the step would be guessed wrong by the processor nearly each time, which
     * costs as much as comparing 100 bytes.
     */
    private boolean hasBytes(int begin, int length, byte[] record, int at) {
        if (at + MOST_AT_ONCE > record.length || length > MOST_AT_ONCE) {
            return Arrays.equals(text, begin, begin + length, record, at, at + length);
        }
        int masks = WORDS * length;
        long difference = 0;
        difference |= (eight(text, begin) ^ eight(record, at)) & MASKS[masks];
        difference |= (eight(text, begin + 8) ^ eight(record, at + 8)) & MASKS[masks + 1];
        difference |= (eight(text, begin + 16) ^ eight(record, at + 16)) & MASKS[masks + 2];
        difference |= (eight(text, begin + 24) ^ eight(record, at + 24)) & MASKS[masks + 3];
        return difference == 0;
    }

    private static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    private static boolean goesOn(LayoutStep.Follows follows, byte[] record, int at) {
        return switch (follows) {
            case TEXT -> true;
            case BARE -> at < record.length && BareText.begins(record[at]);
            case END -> at == record.length;
        };
    }

    /** This run and all behind it, with one layout more, whose steps begin as this run does as far as that can be. */
    LayoutRun with(List<LayoutStep> steps, Layout ending) {
        int common = common(steps);
        var rest = steps.subList(common, steps.size());
        if (common < ends.length) {
            var old = of(list(common, ends.length), next, layout);
            return of(list(0, common), new LayoutRun[] {old, leaf(rest, ending)}, null);
        }
        return rest.isEmpty() ? this : new LayoutRun(text, ends, nextWith(rest, ending), null);
    }

    private static LayoutRun leaf(List<LayoutStep> steps, Layout ending) {
        return of(steps, NONE, ending);
    }

    private LayoutRun[] nextWith(List<LayoutStep> steps, Layout ending) {
        for (int i = 0; i < next.length; i++) {
            if (next[i].common(steps) > 0) {
                var replaced = next.clone();
                replaced[i] = next[i].with(steps, ending);
                return replaced;
            }
        }
        var longer = Arrays.copyOf(next, next.length + 1);
        longer[next.length] = leaf(steps, ending);
        return longer;
    }

    private int common(List<LayoutStep> steps) {
        int common = 0;
        while (common < Math.min(ends.length, steps.size()) && isStep(common, steps.get(common))) {
            common++;
        }
        return common;
    }

    private boolean isStep(int step, LayoutStep other) {
        byte[] between = other.between();
        return follows(step) == other.follows()
                && Arrays.equals(text, begin(step), end(step), between, 0, between.length);
    }

    private List<LayoutStep> list(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::step).toList();
    }

    private LayoutStep step(int step) {
        return new LayoutStep(Arrays.copyOfRange(text, begin(step), end(step)), follows(step));
    }
}
