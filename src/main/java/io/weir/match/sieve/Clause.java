package io.weir.match.sieve;

import java.util.List;

/** What a variant needs of one source, ready to run: over the tests of the source, of which each holds or does not. */
interface Clause {

    /** Whether it holds, going by the answers to tests. */
    boolean holds(Answers answers);

    /** Whether it may hold, as far as is known while some tests are in doubt; never false where it does in the end. */
    boolean mayHold(Doubts doubts);

    /** Knows which tests hold. */
    interface Answers {
        boolean holds(int test);
    }

    /** Knows some answers; of a test in doubt it says yes to both. */
    interface Doubts {
        boolean mayHold(int test);

        boolean mayFail(int test);
    }

    /** That a test holds. */
    record Holds(int test) implements Clause {
        @Override
        public boolean holds(Answers answers) {
            return answers.holds(test);
        }

        @Override
        public boolean mayHold(Doubts doubts) {
            return doubts.mayHold(test);
        }
    }

    /** That a test does not hold. */
    record HoldsNot(int test) implements Clause {
        @Override
        public boolean holds(Answers answers) {
            return !answers.holds(test);
        }

        @Override
        public boolean mayHold(Doubts doubts) {
            return doubts.mayFail(test);
        }
    }

    /** All parts. */
    final class AllOf implements Clause {
        private final Clause[] parts;

        AllOf(List<Clause> parts) {
            this.parts = parts.toArray(Clause[]::new);
        }

        @Override
        public boolean holds(Answers answers) {
            for (var part : parts) {
                if (!part.holds(answers)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean mayHold(Doubts doubts) {
            for (var part : parts) {
                if (!part.mayHold(doubts)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one part. */
    final class AnyOf implements Clause {
        private final Clause[] parts;

        AnyOf(List<Clause> parts) {
            this.parts = parts.toArray(Clause[]::new);
        }

        @Override
        public boolean holds(Answers answers) {
            for (var part : parts) {
                if (part.holds(answers)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean mayHold(Doubts doubts) {
            for (var part : parts) {
                if (part.mayHold(doubts)) {
                    return true;
                }
            }
            return false;
        }
    }
}
