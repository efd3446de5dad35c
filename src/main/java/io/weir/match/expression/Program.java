package io.weir.match.expression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * An expression as steps: those that take up a character, and those that lead on to others at once. Immutable.
 *
 * @param steps where it begins is the last
 */
record Program(List<Step> steps) {

    /** Larger programs are left to RE2: an automaton of theirs may never be done. */
    private static final int LARGEST = 2_000;

    Program {
        steps = List.copyOf(steps);
    }

    /** What a step does. */
    enum Kind {
        /** Takes up a character of its set and goes on. */
        ONE,
        /** Goes on in two ways. */
        FORK,
        /** Goes on at the start of the text. */
        START,
        /** Goes on at the end of the text. */
        END,
        /** The expression fits. */
        FITS
    }

    /**
     * A step.
     *
     * @param set of {@link Kind#ONE}
     * @param next where it goes on
     * @param other where a fork goes on, too
     */
    record Step(Kind kind, CharSet set, int next, int other) {

        /** The same in a program in which all but the step that fits stand further back. */
        Step moved(int offset) {
            return new Step(kind, set, moved(next, offset), moved(other, offset));
        }

        private static int moved(int step, int offset) {
            return step == 0 ? 0 : step + offset;
        }
    }

    int start() {
        return steps.size() - 1;
    }

    /** The program of an expression, or none where it is too large. */
    static Optional<Program> of(Node node) {
        var writer = new Writer();
        writer.add(Kind.FITS, 0, 0);
        int first = writer.write(node, 0);
        writer.add(Kind.FORK, first, first);
        return writer.isTooLarge() ? Optional.empty() : Optional.of(new Program(writer.steps));
    }

    /** The program that looks for all of these at once, or none where it is too large. */
    static Optional<Program> anyOf(List<Program> programs) {
        var steps = new ArrayList<Step>();
        var starts = new ArrayList<Integer>();
        for (var program : programs) {
            int offset = Math.max(0, steps.size() - 1); // all fit with the first step
            program.steps.stream()
                    .skip(steps.isEmpty() ? 0 : 1)
                    .map(step -> step.moved(offset))
                    .forEach(steps::add);
            starts.add(steps.size() - 1);
        }
        int first = starts.get(0);
        for (int start : starts) {
            steps.add(new Step(Kind.FORK, CharSet.none(), start, first));
            first = steps.size() - 1;
        }
        return steps.size() > LARGEST ? Optional.empty() : Optional.of(new Program(steps));
    }

    /** The steps that these lead to at once; those that wait for a character or for the end, and the one that says that all fits. */
    BitSet closure(List<Integer> from, boolean atStart, boolean atEnd) {
        var seen = new BitSet();
        var waiting = new ArrayList<>(from);
        var closure = new BitSet();
        while (!waiting.isEmpty()) {
            int number = waiting.remove(waiting.size() - 1);
            if (!seen.get(number)) {
                seen.set(number);
                lead(number, atStart, atEnd, waiting, closure);
            }
        }
        return closure;
    }

    private void lead(int number, boolean atStart, boolean atEnd, List<Integer> waiting, BitSet closure) {
        var step = steps.get(number);
        switch (step.kind()) {
            case ONE, FITS -> closure.set(number);
            case FORK -> {
                waiting.add(step.next());
                waiting.add(step.other());
            }
            case START -> {
                if (atStart) {
                    waiting.add(step.next());
                }
            }
            case END -> {
                closure.set(number);
                if (atEnd) {
                    waiting.add(step.next());
                }
            }
        }
    }

    /** Writes from the end to the beginning: each part knows where it goes on. */
    private static final class Writer {
        private final List<Step> steps = new ArrayList<>();

        boolean isTooLarge() {
            return steps.size() > LARGEST;
        }

        int add(Kind kind, int next, int other) {
            steps.add(new Step(kind, CharSet.none(), next, other));
            return steps.size() - 1;
        }

        /** Writes a part that goes on there; returns where it begins. */
        int write(Node node, int next) {
            return isTooLarge() ? next : node.match(new Part(next));
        }

        private final class Part implements Node.Cases<Integer> {
            private final int next;

            Part(int next) {
                this.next = next;
            }

            @Override
            public Integer one(Node.One node) {
                steps.add(new Step(Kind.ONE, node.set(), next, next));
                return steps.size() - 1;
            }

            @Override
            public Integer place(Node.Place node) {
                return switch (node) {
                    case START -> add(Kind.START, next, next);
                    case END -> add(Kind.END, next, next);
                };
            }

            @Override
            public Integer sequence(Node.Sequence node) {
                int first = next;
                for (int i = node.parts().size() - 1; i >= 0; i--) {
                    first = write(node.parts().get(i), first);
                }
                return first;
            }

            @Override
            public Integer choice(Node.Choice node) {
                int first = write(node.parts().get(0), next);
                for (var part : node.parts().subList(1, node.parts().size())) {
                    first = add(Kind.FORK, write(part, next), first);
                }
                return first;
            }

            @Override
            public Integer repeated(Node.Repeated node) {
                int first = node.most() == Node.Repeated.FOR_EVER ? loop(node.part()) : optional(node);
                for (int i = 0; i < node.least(); i++) {
                    first = write(node.part(), first);
                }
                return first;
            }

            private int loop(Node part) {
                int fork = add(Kind.FORK, next, next);
                int first = write(part, fork);
                steps.set(fork, new Step(Kind.FORK, CharSet.none(), first, next));
                return fork;
            }

            private int optional(Node.Repeated node) {
                int first = next;
                for (int i = node.least(); i < node.most() && !isTooLarge(); i++) {
                    first = add(Kind.FORK, write(node.part(), first), next);
                }
                return first;
            }
        }
    }
}
