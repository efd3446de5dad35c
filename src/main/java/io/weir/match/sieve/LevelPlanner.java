package io.weir.match.sieve;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Works out after which levels of literals a value need not be looked at any more: the rules that ask for the text of two characters ask for longer ones,
 * too, most of which are not there.
 *
 * @param clauses what each variant needs of the source; null where that is nothing
 * @param variantsOfTest the variants in which each test has a say
 * @param always tests to be made of every value
 * @param presence the numbers of the tests of the field's presence
 */
record LevelPlanner(
        Clause[] clauses, List<Set<Integer>> variantsOfTest, Set<Integer> always, FieldPlan.PresenceTests presence) {

    /** What is open after each level of the finder but the last, of whose literals that follows. */
    List<FieldPlan.Level> levels(LiteralFinder finder, List<FieldPlan.OfLiteral> ofLiterals) {
        int[] levelOfTest = new int[variantsOfTest.size()];
        for (int literal = 0; literal < ofLiterals.size(); literal++) {
            int level = finder.level(literal);
            tests(ofLiterals.get(literal)).forEach(test -> levelOfTest[test] = Math.max(levelOfTest[test], level));
        }
        return IntStream.range(0, finder.levels() - 1)
                .mapToObj(level -> level(level, levelOfTest))
                .toList();
    }

    private static IntStream tests(FieldPlan.OfLiteral found) {
        return IntStream.concat(Arrays.stream(found.holding()), Arrays.stream(found.toMake()));
    }

    private FieldPlan.Level level(int level, int[] levelOfTest) {
        boolean[] inDoubt = new boolean[levelOfTest.length];
        long[] open = Bits.none(clauses.length);
        for (int test = 0; test < inDoubt.length; test++) {
            inDoubt[test] = levelOfTest[test] > level;
            if (inDoubt[test]) {
                variantsOfTest.get(test).forEach(variant -> Bits.set(open, variant));
            }
        }
        long[] possible = open.clone();
        var doubts = new NothingFound(inDoubt);
        for (int variant = 0; variant < clauses.length; variant++) {
            if (Bits.has(open, variant) && !clauses[variant].mayHold(doubts)) {
                Bits.clear(possible, variant);
            }
        }
        return new FieldPlan.Level(inDoubt, open, possible);
    }

    /** That no literal of a value has been found so far. */
    private final class NothingFound implements Clause.Doubts {
        private final boolean[] inDoubt;

        NothingFound(boolean[] inDoubt) {
            this.inDoubt = inDoubt;
        }

        @Override
        public boolean mayHold(int test) {
            return inDoubt[test] || always.contains(test) || isPresence(test);
        }

        @Override
        public boolean mayFail(int test) {
            return !isPresence(test);
        }

        private boolean isPresence(int test) {
            return test == presence.exists() || test == presence.isSomething();
        }
    }
}
