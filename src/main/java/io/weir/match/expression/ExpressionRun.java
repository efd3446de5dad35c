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

    /** In the place of a state to come to: it is to be made. */
    private static final char UNKNOWN = 0xFFFF;

    /** Marks a state in which something is found. */
    private static final int FINDING = 1 << 15;

    private static final int NUMBER = FINDING - 1;

    /** The state in which nothing can be found any more. */
    private static final int DEAD = 0;

    private final Program program;
    private final Moves moves;
    private final BitSet first;
    private final BitSet fits;
    private final BitSet ends;
    private final int[] bounds;
    private final long all;

    /** How many kinds of characters there are that are alike to the expressions; and how many bits their numbers have. */
    private final int kinds;

    private final int bitsOfKind;

    private final int[] asciiKinds = new int[ASCII];

    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();

    /** By state, what is found when it is come to, and what is found if the text ends there. */
    private long[] found = {};

    private long[] foundAtEnd = {};

    /** By state and kind, the state to come to: a few bytes each, so that those that come again stay near the processor. */
    private char[] next = {};

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
        this.bitsOfKind = Integer.SIZE - Integer.numberOfLeadingZeros(kinds - 1);
        for (int point = 0; point < ASCII; point++) {
            asciiKinds[point] = search(point);
        }
        forget();
    }

    private void forget() {
        numbers.clear();
        states.clear();
        next = new char[0];
        found = new long[0];
        foundAtEnd = new long[0];
        state(new BitSet());
        start = state(first);
    }

    /** What is found in a text. */
    public long findIn(String text) {
        int state = start;
        long found = found(state);
        for (int at = 0; at < text.length() && !isDone(state, found); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            state = step(state, point);
            found |= finds(state) ? found(state) : 0;
        }
        return found | foundAtEnd(state, text.isEmpty());
    }

    /** The state before the first character. */
    public int start() {
        return start;
    }

    /** Whether nothing that follows finds more than that. */
    public boolean isDone(int state, long found) {
        return state == DEAD || found == all;
    }

    /** The state after one character more; whoever comes to it asks whether something is found there. */
    public int step(int state, int point) {
        int kind = point < ASCII ? asciiKinds[point] : search(point);
        int known = next[((state & NUMBER) << bitsOfKind) | kind];
        return known == UNKNOWN ? walk(state & NUMBER, kind) : known;
    }

    /** Whether something is found with the character that led to the state, or, before the first, in an empty text. */
    public boolean finds(int state) {
        return (state & FINDING) != 0;
    }

    /** What is found there. */
    public long found(int state) {
        return found[state & NUMBER];
    }

    /** What is found, besides, if the text ends in that state. */
    public long foundAtEnd(int state, boolean isEmpty) {
        int number = state & NUMBER;
        return isEmpty ? atEnd(states.get(number), true) : foundAtEnd[number];
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

    private int walk(int number, int kind) {
        var after = moves.move(states.get(number), kind);
        if (states.size() >= MOST_STATES) {
            forget();
            return state(after);
        }
        int state = state(after);
        next[(number << bitsOfKind) | kind] = (char) state;
        return state;
    }

    private int state(BitSet steps) {
        var known = numbers.get(steps);
        int number = known == null ? add(steps) : known;
        return found[number] == 0 ? number : number | FINDING;
    }

    private int add(BitSet steps) {
        int number = states.size();
        numbers.put(steps, number);
        states.add(steps);
        if (found.length < states.size()) {
            next = Arrays.copyOf(next, (2 * states.size()) << bitsOfKind);
            found = Arrays.copyOf(found, 2 * states.size());
            foundAtEnd = Arrays.copyOf(foundAtEnd, 2 * states.size());
        }
        int row = number << bitsOfKind;
        Arrays.fill(next, row, row + kinds, number == DEAD ? DEAD : UNKNOWN);
        found[number] = fitting(steps);
        foundAtEnd[number] = atEnd(steps, false);
        return number;
    }
}
