package io.weir.match.expression;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a program moves on with a character, worked out once for all states that have a step in them. Sets of steps; not to be changed.
 *
 * @param restart the steps that wait where the expression may begin, which it may anywhere
 * @param taking of each kind of characters, the steps that take one up
 * @param after of each step that takes up a character, the steps that wait then
 */
record Moves(BitSet restart, BitSet[] taking, BitSet[] after) {

    private static final BitSet NONE = new BitSet();

    /** Of a program, and where the kinds of characters begin that are alike to it. */
    static Moves of(Program program, int[] bounds) {
        var steps = program.steps();
        var taking = IntStream.rangeClosed(0, bounds.length)
                .map(kind -> kind == 0 ? 0 : bounds[kind - 1])
                .mapToObj(sample -> taking(steps, sample))
                .toArray(BitSet[]::new);
        var after = new BitSet[steps.size()];
        Arrays.setAll(
                after,
                step -> steps.get(step).kind() == Program.Kind.ONE
                        ? program.closure(List.of(steps.get(step).next()), false, false)
                        : NONE);
        return new Moves(program.closure(List.of(program.start()), false, false), taking, after);
    }

    private static BitSet taking(List<Program.Step> steps, int sample) {
        var taking = new BitSet();
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).kind() == Program.Kind.ONE
                    && steps.get(step).set().has(sample)) {
                taking.set(step);
            }
        }
        return taking;
    }

    /** The steps that wait after a character of that kind. */
    BitSet move(BitSet waiting, int kind) {
        var next = (BitSet) restart.clone();
        var takers = (BitSet) waiting.clone();
        takers.and(taking[kind]);
        for (int step = takers.nextSetBit(0); step >= 0; step = takers.nextSetBit(step + 1)) {
            next.or(after[step]);
        }
        return next;
    }
}
