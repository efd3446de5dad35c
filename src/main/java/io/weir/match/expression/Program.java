package io.weir.match.expression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One expression or several as steps: those that take up a character, and those that lead on to others at once. Immutable.
 *
 * @param steps where it begins is the last
 * @param parts how many expressions
 */
record Program(List<Step> steps, int parts) {

    /** Larger programs are left to RE2: an automaton of theirs may never be done. */
    private static final int LARGEST = 2_000;

    /** Of more than these it is not told which is found. */
    private static final int MOST_PARTS = Long.SIZE;

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
        /** One of the expressions fits. */
        FITS
    }

    /**
     * A step.
     *
     * @param set of {@link Kind#ONE}
     * @param next where it goes on; of {@link Kind#FITS} the number of the expression
     * @param other where a fork goes on, too
     */
    record Step(Kind kind, CharSet set, int next, int other) {

        static Step fits(int part) {
            return new Step(Kind.FITS, CharSet.none(), part, part);
        }

        /** The same in a program in which the steps stand further back, and the expression has that number. */
        Step moved(int offset, int part) {
            return kind == Kind.FITS ? fits(part) : new Step(kind, set, next + offset, other + offset);
        }
    }

    int start() {
        return steps.size() - 1;
    }

    /** The program of an expression, or none where it is too large. */
    static Optional<Program> of(Node node) {
        var writer = new Writer();
        writer.steps.add(Step.fits(0));
        int first = writer.write(node, 0);
        writer.add(Kind.FORK, first, first);
        return writer.isTooLarge() ? Optional.empty() : Optional.of(new Program(writer.steps, 1));
    }

    /** The program that looks for all of these at once, of which each is one expression; or none where it is too large. */
    static Optional<Program> anyOf(List<Program> programs) {
        var steps = new ArrayList<Step>();
        var starts = new ArrayList<Integer>();
        for (var program : programs) {
            int offset = steps.size();
            int part = starts.size();
            program.steps.stream().map(step -> step.moved(offset, part)).forEach(steps::add);
            starts.add(steps.size() - 1);
        }
        int first = starts.get(0);
        for (int start : starts) {
            steps.add(new Step(Kind.FORK, CharSet.none(), start, first));
            first = steps.size() - 1;
        }
        return steps.size() > LARGEST || programs.size() > MOST_PARTS
                ? Optional.empty()
                : Optional.of(new Program(steps, programs.size()));
    }

    /** The steps of that kind. */
    BitSet of(Kind kind) {
        var some = new BitSet();
        for (int step = 0; step < steps.size(); step++) {
            some.set(step, steps.get(step).kind() == kind);
        }
        return some;
    }

    /** The steps that these lead to at once: those that wait for a character or for the end, and those that say that an expression fits. */
    BitSet closure(Collection<Integer> from, boolean atStart, boolean atEnd) {
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
