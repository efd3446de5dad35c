package io.weir.match.sieve;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses which tests a variant is looked at for when they hold: of those that must all hold the one that is rarest, of alternatives the rarest of each. A
 * variant none of whose watched tests holds can't remain. Command lines hold thirty of the texts that rules look for, nearly all in rules that ask for
 * a rarer one, too: seventy variants were looked at for each, of which ten remained.
 */
final class Watches implements Need.Cases<Watches.Watch> {

    private static final Watch NONE = new Watch(Set.of(), Long.MAX_VALUE);

    /** From this length on literals are taken to be as rare as they get. */
    private static final int LONG = 12;

    /** What has to be tried costs a walk through the value, besides. */
    private static final long TRIED = 64;

    /** What no literal announces has to be tried with each value. */
    private static final long ALWAYS = 1 << 24;

    private final Map<FieldTest, Integer> numbers;
    private final List<Set<Integer>> variantsOfTest;
    private final Cost cost = new Cost();

    /**
     * Of the tests of a source.
     *
     * @param numbers of the tests
     * @param variantsOfTest the variants in which each test has a say: what many rules ask for is most often common
     */
    Watches(Map<FieldTest, Integer> numbers, List<Set<Integer>> variantsOfTest) {
        this.numbers = numbers;
        this.variantsOfTest = variantsOfTest;
    }

    /**
     * Tests to watch.
     *
     * @param cost how common they are taken to be, in sum
     */
    record Watch(Set<Integer> tests, long cost) {}

    /** The tests to watch for a need that is not met by the presence of a value alone; empty where that can't be said. */
    Set<Integer> of(Need need) {
        return need.match(this).tests();
    }

    @Override
    public Watch allOf(Need.AllOf need) {
        var best = NONE;
        for (var part : need.parts()) {
            var watch = part.match(this);
            best = watch.cost() < best.cost() ? watch : best;
        }
        return best;
    }

    @Override
    public Watch anyOf(Need.AnyOf need) {
        var tests = new HashSet<Integer>();
        long cost = 0;
        for (var part : need.parts()) {
            var watch = part.match(this);
            if (watch.cost() == Long.MAX_VALUE) {
                return NONE;
            }
            tests.addAll(watch.tests());
            cost += watch.cost();
        }
        return new Watch(tests, cost);
    }

    @Override
    public Watch answer(Need.Answer need) {
        if (!need.wanted()) {
            return NONE;
        }
        Integer number = numbers.get(need.test());
        return number == null
                ? NONE
                : new Watch(
                        Set.of(number),
                        need.test().match(cost) * variantsOfTest.get(number).size());
    }

    @Override
    public Watch unknown(Need.Unknown need) {
        return NONE;
    }

    private static long commonness(Collection<Literal> literals) {
        return literals.stream().mapToLong(Watches::commonness).sum();
    }

    private static long commonness(Literal literal) {
        return 1L << Math.max(0, LONG - literal.bytes().length);
    }

    /** How common it is taken to be that a test holds. */
    private static final class Cost implements FieldTest.Cases<Long> {
        @Override
        public Long anyLiteral(FieldTest.AnyLiteral test) {
            return commonness(test.literals());
        }

        @Override
        public Long fits(FieldTest.Fits test) {
            return tried(test.gate());
        }

        @Override
        public Long finds(FieldTest.Finds test) {
            return tried(test.gate());
        }

        private static long tried(Set<Literal> gate) {
            return gate.isEmpty() ? ALWAYS : TRIED * commonness(gate);
        }

        @Override
        public Long presence(FieldTest.Presence test) {
            return ALWAYS;
        }
    }
}
