package io.weir.match.sieve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds literals of at most three bytes: each is a bit, and of each byte a table says which of them may have it as their first, their second, their third. Three
 * such bytes one behind the other say which literals stand there, for certain and without a guess of the processor. There are few, some tens for a field, but they
 * were three fifths of the time that a script took, looked for by {@link Grams} in three rounds, each of which looks at every byte. Immutable.
 */
final class ShortLiterals implements Anywhere {

    /** The most bytes of a literal. */
    static final int LONGEST = 3;

    private static final int BYTES = 256;

    private final List<SixtyFour> all;

    private ShortLiterals(List<SixtyFour> all) {
        this.all = all;
    }

    /**
     * Finds those of some literals.
     *
     * @param literals by number
     * @param numbers which of them, each of one byte and at most {@link #LONGEST}
     */
    static ShortLiterals of(List<Literal> literals, int[] numbers) {
        return new ShortLiterals(IntStream.range(0, (numbers.length + Long.SIZE - 1) / Long.SIZE)
                .mapToObj(
                        i -> Arrays.copyOfRange(numbers, i * Long.SIZE, Math.min(numbers.length, (i + 1) * Long.SIZE)))
                .map(some -> SixtyFour.of(literals, some))
                .toList());
    }

    @Override
    public int find(FoldedText text, Tails.Found found) {
        int compared = 0;
        for (var some : all) {
            compared += some.tell(some.in(text.bytes(), text.length()), found);
        }
        return compared;
    }

    @Override
    public long mostCompared(int bytes, int texts) {
        return (long) texts * all.stream().mapToInt(some -> some.numbers.length).sum();
    }

    @Override
    public ShortLiterals askedIn(long[] districts) {
        return new ShortLiterals(
                all.stream().map(some -> some.askedIn(districts)).toList());
    }

    /** As many literals as a number has bits. */
    private static final class SixtyFour {

        /** Which may have a byte as their first, then those for the second and the third; of those that are shorter all do. */
        private final long[] having;

        /** Which have one byte, and which have not three. */
        private final long ofOne;

        private final long ofTwo;

        private final int[] numbers;

        /** Of each literal the districts of the variants that ask for it. */
        private final long[] districts;

        private SixtyFour(long[] having, long ofOne, long ofTwo, int[] numbers, long[] districts) {
            this.having = having;
            this.ofOne = ofOne;
            this.ofTwo = ofTwo;
            this.numbers = numbers;
            this.districts = districts;
        }

        static SixtyFour of(List<Literal> literals, int[] numbers) {
            long[] having = new long[LONGEST * BYTES];
            long ofOne = 0;
            long ofTwo = 0;
            for (int i = 0; i < numbers.length; i++) {
                byte[] text = literals.get(numbers[i]).bytes();
                long bit = 1L << i;
                ofOne |= text.length == 1 ? bit : 0;
                ofTwo |= text.length <= 2 ? bit : 0;
                for (int place = 0; place < LONGEST; place++) {
                    if (place < text.length) {
                        having[place * BYTES + (text[place] & 0xFF)] |= bit;
                    } else {
                        for (int one = 0; one < BYTES; one++) {
                            having[place * BYTES + one] |= bit;
                        }
                    }
                }
            }
            long[] districts = new long[numbers.length];
            Arrays.fill(districts, Districts.ALL);
            return new SixtyFour(having, ofOne, ofTwo, numbers, districts);
        }

        SixtyFour askedIn(long[] ofAll) {
            return new SixtyFour(
                    having,
                    ofOne,
                    ofTwo,
                    numbers,
                    Arrays.stream(numbers).mapToLong(number -> ofAll[number]).toArray());
        }

        /** Which literals are in the text. At its last two bytes begin shorter ones alone. */
        long in(byte[] text, int length) {
            if (length == 0) {
                return 0;
            }
            long[] some = having;
            long found = 0;
            int first = text[0] & 0xFF;
            int second = text[1] & 0xFF; // there is room behind a text
            for (int at = 2; at < length; at++) {
                int third = text[at] & 0xFF;
                found |= some[first] & some[BYTES + second] & some[2 * BYTES + third];
                first = second;
                second = third;
            }
            if (length == 1) {
                return some[first] & ofOne;
            }
            return found | (some[first] & some[BYTES + second] & ofTwo) | (some[second] & ofOne);
        }

        /** Tells of those that are asked for; returns how many are there. */
        int tell(long there, Tails.Found found) {
            long wanted = there == 0 ? 0 : found.districts();
            for (long bits = there; bits != 0; bits &= bits - 1) {
                int one = Long.numberOfTrailingZeros(bits);
                if ((districts[one] & wanted) != 0) {
                    found.literal(numbers[one]);
                }
            }
            return Long.bitCount(there);
        }
    }
}
