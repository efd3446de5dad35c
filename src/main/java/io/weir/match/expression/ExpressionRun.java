package io.weir.match.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for an expression in texts, one look-up for each character. States of the automaton are made when first come to, and forgotten when there
 * are too many: then a character may cost a walk through the program, as it always does with RE2. For one thread.
 */
public final class ExpressionRun {

    /** With as many states the memory is at most some hundred KB. */
    private static final int MOST_STATES = 1_000;

    private static final int ASCII = 0x80;
    private static final int UNKNOWN = -1;

    /** The state in which the expression fits, whatever follows. */
    private static final int FITS = 0;

    /** The state in which it can not fit any more. */
    private static final int DEAD = 1;

    private final Program program;
    private final Moves moves;
    private final BitSet first;
    private final int[] bounds;

    /** How many kinds of characters there are that are alike to the expression. */
    private final int kinds;

    private final int[] asciiKinds = new int[ASCII];

    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();
    private int[] next = {};
    private int start;
    private long walked;

    /** A run that knows no states yet. */
    public ExpressionRun(Expression expression) {
        this.program = expression.program();
        this.moves = expression.moves();
        this.first = expression.start();
        this.bounds = expression.bounds();
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
        var fits = new BitSet();
        fits.set(0);
        state(fits);
        state(new BitSet());
        start = state(first);
    }

    /** The state before the first character. */
    public int start() {
        return start;
    }

    /** Whether nothing that follows changes the answer. */
    public boolean isDecided(int state) {
        return state <= DEAD;
    }

    /** The state after one character more. */
    public int step(int state, int point) {
        int kind = point < ASCII ? asciiKinds[point] : search(point);
        int known = next[state * kinds + kind];
        return known == UNKNOWN ? walk(state, kind) : known;
    }

    /** Whether it fits a text that ends in that state, which may be empty. */
    public boolean fits(int state, boolean isEmpty) {
        if (state <= DEAD) {
            return state == FITS;
        }
        var ends = new ArrayList<Integer>();
        states.get(state).stream()
                .filter(step -> program.steps().get(step).kind() == Program.Kind.END)
                .forEach(ends::add);
        return !ends.isEmpty() && program.closure(ends, isEmpty, true).get(0);
    }

    /** Steps of the program that it had to walk through. */
    public long walked() {
        return walked;
    }

    private int search(int point) {
        int place = Arrays.binarySearch(bounds, point);
        return place < 0 ? -place - 1 : place + 1;
    }

    private int walk(int state, int kind) {
        var waiting = states.get(state);
        walked += waiting.cardinality();
        var after = moves.move(waiting, kind);
        if (states.size() >= MOST_STATES) {
            forget();
            return state(after);
        }
        int number = state(after);
        next[state * kinds + kind] = number;
        return number;
    }

    /** The number of a state. One in which the expression fits is like any other such. */
    private int state(BitSet steps) {
        if (steps.get(0) && !states.isEmpty()) {
            return FITS;
        }
        var known = numbers.get(steps);
        if (known != null) {
            return known;
        }
        int number = states.size();
        numbers.put(steps, number);
        states.add(steps);
        if (next.length < states.size() * kinds) {
            next = Arrays.copyOf(next, 2 * states.size() * kinds);
        }
        Arrays.fill(next, number * kinds, (number + 1) * kinds, number <= DEAD ? number : UNKNOWN);
        return number;
    }
}
