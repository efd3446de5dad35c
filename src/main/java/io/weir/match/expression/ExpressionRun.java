package io.weir.match.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for an expression in texts, or for several at once, one look-up for each character. States of the automaton are made when first come to, and forgotten
 * when there are too many: then a character may cost a walk through the program, as it always does with RE2. What is found is told by one bit for each
 * expression. For one thread.
 */
public final class ExpressionRun {

    /** With as many states the memory is at most some hundred KB. */
    private static final int MOST_STATES = 1_000;

    private static final int ASCII = 0x80;
    private static final int UNKNOWN = -1;

    /** The state in which nothing can be found any more. */
    private static final int DEAD = 0;

    private final Program program;
    private final Moves moves;
    private final BitSet first;
    private final BitSet fits;
    private final BitSet ends;
    private final int[] bounds;
    private final long all;

    /** How many kinds of characters there are that are alike to the expressions. */
    private final int kinds;

    private final int[] asciiKinds = new int[ASCII];

    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();

    /** By state, what is found when it is come to, and what is found if the text ends there. */
    private long[] found = {};

    private long[] foundAtEnd = {};

    private int[] next = {};
    private int start;

    /** A run that knows no states yet. */
    public ExpressionRun(Expression expression) {
        this.program = expression.program();
        this.moves = expression.moves();
        this.first = expression.start();
        this.fits = program.of(Program.Kind.FITS);
        this.ends = program.of(Program.Kind.END);
        this.bounds = expression.bounds();
        this.all = -1L >>> (Long.SIZE - program.parts());
        this.kinds = bounds.length + 1;
        for (int point = 0; point < ASCII; point++) {
            asciiKinds[point] = search(point);
        }
        forget();
    }

    private void forget() {
        numbers.clear();
        states.clear();
        next = new int[0];
        state(new BitSet());
        start = state(first);
    }

    /** The state before the first character. */
    public int start() {
        return start;
    }

    /** Whether nothing that follows finds more than that. */
    public boolean isDone(int state, long found) {
        return state == DEAD || found == all;
    }

    /** The state after one character more; whoever comes to it asks what is {@link #found} there. */
    public int step(int state, int point) {
        int kind = point < ASCII ? asciiKinds[point] : search(point);
        int known = next[state * kinds + kind];
        return known == UNKNOWN ? walk(state, kind) : known;
    }

    /** What is found with the character that led to the state, or, before the first, in an empty text. */
    public long found(int state) {
        return found[state];
    }

    /** What is found, besides, if the text ends in that state. */
    public long foundAtEnd(int state, boolean isEmpty) {
        return isEmpty ? atEnd(states.get(state), true) : foundAtEnd[state];
    }

    private long atEnd(BitSet waiting, boolean isEmpty) {
        return waiting.intersects(ends)
                ? fitting(program.closure(common(waiting, ends).stream().boxed().toList(), isEmpty, true))
                : 0;
    }

    /** One bit for each of the expressions that fit where these steps are come to. */
    private long fitting(BitSet waiting) {
        long fitting = 0;
        if (waiting.intersects(fits)) {
            var some = common(waiting, fits);
            for (int step = some.nextSetBit(0); step >= 0; step = some.nextSetBit(step + 1)) {
                fitting |= 1L << program.steps().get(step).next();
            }
        }
        return fitting;
    }

    private static BitSet common(BitSet some, BitSet others) {
        var common = (BitSet) some.clone();
        common.and(others);
        return common;
    }

    private int search(int point) {
        int place = Arrays.binarySearch(bounds, point);
        return place < 0 ? -place - 1 : place + 1;
    }

    private int walk(int state, int kind) {
        var after = moves.move(states.get(state), kind);
        if (states.size() >= MOST_STATES) {
            forget();
            return state(after);
        }
        int number = state(after);
        next[state * kinds + kind] = number;
        return number;
    }

    /** The number of a state. */
    private int state(BitSet steps) {
        var known = numbers.get(steps);
        if (known != null) {
            return known;
        }
        int number = states.size();
        numbers.put(steps, number);
        states.add(steps);
        if (next.length < states.size() * kinds) {
            next = Arrays.copyOf(next, 2 * states.size() * kinds);
            found = Arrays.copyOf(found, 2 * states.size());
            foundAtEnd = Arrays.copyOf(foundAtEnd, 2 * states.size());
        }
        Arrays.fill(next, number * kinds, (number + 1) * kinds, number == DEAD ? DEAD : UNKNOWN);
        found[number] = fitting(steps);
        foundAtEnd[number] = atEnd(steps, false);
        return number;
    }
}
