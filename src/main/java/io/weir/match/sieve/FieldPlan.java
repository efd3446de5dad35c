package io.weir.match.sieve;

import io.weir.match.expression.Expression;
import io.weir.match.value.OperandTest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one source say of the variants: the tests that any of them asks of it, numbered, and for each variant what of them must
 * hold. Immutable.
 *
 * @param source where the values come from
 * @param finder finds the literals of all tests at once
 * @param ofLiterals what follows from finding each literal
 * @param onlyTests of each literal its {@link OfLiteral#onlyTest}
 * @param always tests to be made of every value that is something: no literal is known that they require
 * @param tests how each test is made; null for one that is made in another way
 * @param expressions of each test, what it looks for; null for one that is made in another way
 * @param together the expressions that are to be tried with every value, in the order of {@code always}; null where there are not several
 * @param presence the numbers of the tests of the field's presence
 * @param clauses what each variant needs of this source; null where that is nothing
 * @param variants of each test, the variants in which it has a say
 * @param watching of each test, the variants that are looked at when it holds: each that remains is looked at for one of them, or by itself
 * @param concerned the variants that need something of this source
 * @param concernedWords the words of bits that these are in
 * @param possible which variants remain by the field's presence alone
 * @param levels of each level of the finder but the last
 * @param words where literals decide everything, words of which a record has one if it has one of the literals; else null
 */
record FieldPlan(
        Source source,
        LiteralFinder finder,
        List<OfLiteral> ofLiterals,
        int[] onlyTests,
        int[] always,
        List<@Nullable OperandTest> tests,
        List<@Nullable Expression> expressions,
        @Nullable Expression together,
        PresenceTests presence,
        Clause[] clauses,
        int[][] variants,
        int[][] watching,
        long[] concerned,
        long[] concernedWords,
        Possible possible,
        List<Level> levels,
        @Nullable PlainWords words) {

    /** The same with other numbers for the variants. */
    FieldPlan numbered(Numbering numbering) {
        long[] concernedNow = numbering.bits(concerned);
        int[][] variantsNow = numbering.numbers(variants);
        return new FieldPlan(
                source,
                finder.askedIn(districts(variantsNow)),
                ofLiterals,
                onlyTests,
                always,
                tests,
                expressions,
                together,
                presence,
                numbering.clauses(clauses),
                variantsNow,
                numbering.numbers(watching),
                concernedNow,
                Bits.words(concernedNow),
                possible.numbered(numbering),
                levels.stream().map(level -> level.numbered(numbering)).toList(),
                words);
    }

    /** Of each literal the districts of the variants in which it has a say. */
    private long[] districts(int[][] variantsNow) {
        var districts = new Districts(concerned.length);
        long[] ofTests = new long[variantsNow.length];
        for (int test = 0; test < ofTests.length; test++) {
            for (int variant : variantsNow[test]) {
                ofTests[test] |= districts.ofVariant(variant);
            }
        }
        return ofLiterals.stream()
                .mapToLong(found -> of(found.holding(), ofTests) | of(found.toMake(), ofTests))
                .toArray();
    }

    private static long of(int[] tests, long[] districts) {
        return Arrays.stream(tests).mapToLong(test -> districts[test]).reduce(0, (some, more) -> some | more);
    }

    /**
     * What is open once a level of literals has been looked for.
     *
     * @param inDoubt of each test, whether a literal of a later level has a say in it
     * @param open the variants in which such a test has a say
     * @param possible those of them that may remain though no test is known to hold
     */
    record Level(boolean[] inDoubt, long[] open, long[] possible) {
        Level numbered(Numbering numbering) {
            return new Level(inDoubt, numbering.bits(open), numbering.bits(possible));
        }
    }

    /**
     * What follows from finding a literal.
     *
     * @param holding tests that then hold
     * @param toMake tests that then are to be made
     */
    record OfLiteral(int[] holding, int[] toMake) {

        /** In the place of a test: there are more, or none. */
        static final int SEVERAL = Integer.MIN_VALUE;

        /** The only test that follows, or less than 0 and its complement where it is to be made: most literals have one, and it is read without objects. */
        int onlyTest() {
            return holding.length + toMake.length != 1 ? SEVERAL : holding.length == 1 ? holding[0] : ~toMake[0];
        }
    }

    /** The numbers of the tests of the field's presence, or -1 where nobody asks. */
    record PresenceTests(int isNull, int exists, int isSomething) {}

    /**
     * The variants that remain.
     *
     * @param absent if the event does not have the field
     * @param nothing if it has it, without a value or with a null only
     * @param something if it has a value of which no test holds
     */
    record Possible(long[] absent, long[] nothing, long[] something) {
        Possible numbered(Numbering numbering) {
            return new Possible(numbering.bits(absent), numbering.bits(nothing), numbering.bits(something));
        }
    }
}
