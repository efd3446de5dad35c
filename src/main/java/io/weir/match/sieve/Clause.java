package io.weir.match.sieve;

import java.util.List;

/** What a variant needs of one source, ready to run: over the tests of the source, of which each holds or does not. */
interface Clause {

    /** Whether it holds, going by the answers to tests. */
    boolean holds(Answers answers);

    /** Knows which tests hold. */
    interface Answers {
        boolean holds(int test);
    }

    /** That a test holds. */
    record Holds(int test) implements Clause {
        @Override
        public boolean holds(Answers answers) {
            return answers.holds(test);
        }
    }

    /** That a test does not hold. */
    record HoldsNot(int test) implements Clause {
        @Override
        public boolean holds(Answers answers) {
            return !answers.holds(test);
        }
    }

    /** All parts. */
    record AllOf(List<Clause> parts) implements Clause {
        public AllOf {
            parts = List.copyOf(parts);
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
    }

    /** At least one part. */
    record AnyOf(List<Clause> parts) implements Clause {
        public AnyOf {
            parts = List.copyOf(parts);
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
    }
}
