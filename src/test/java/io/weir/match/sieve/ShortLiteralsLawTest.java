package io.weir.match.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short literals that are found in a value are those that are in it, wherever they stand and however many there are. */
class ShortLiteralsLawTest {

    private static final String LETTERS = "abc \\\0é€";

    /** More than are looked for at once. */
    private static final int MOST = 150;

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 200) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsFoundIsInTheValue(long seed) {
        var random = new Random(seed);
        var literals = literals(random, 1 + random.nextInt(MOST));
        int[] numbers = IntStream.range(0, literals.size())
                .filter(number -> random.nextInt(10) > 0)
                .toArray();
        var finder = ShortLiterals.of(literals, numbers);
        for (int round = 0; round < 50; round++) {
            var value = text(random, random.nextInt(random.nextBoolean() ? 4 : 20));
            assertThat(found(finder, value))
                    .as("seed %d: %s", seed, value)
                    .isEqualTo(Arrays.stream(numbers)
                            .filter(number ->
                                    value.contains(literals.get(number).text()))
                            .boxed()
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void whatIsAskedForInOtherDistrictsIsNotToldOf() {
        var literals = List.of(Literal.anywhere("a"), Literal.anywhere("ab"), Literal.anywhere("b"));
        var finder = ShortLiterals.of(literals, new int[] {0, 1, 2}).askedIn(new long[] {1, 2, 3});
        var text = new FoldedText();
        text.read("ab");
        var told = new TreeSet<Integer>();

        finder.find(text, new Tails.Found() {
            @Override
            public void literal(int number) {
                told.add(number);
            }

            @Override
            public long districts() {
                return 2;
            }
        });

        assertThat(told).containsExactly(1, 2);
    }

    private static Set<Integer> found(ShortLiterals finder, String value) {
        var text = new FoldedText();
        text.read("what was there before");
        text.read(value);
        var found = new TreeSet<Integer>();
        int compared = finder.find(text, found::add);
        assertThat(compared).isLessThanOrEqualTo((int) finder.mostCompared(text.length(), 1));
        return found;
    }

    private static List<Literal> literals(Random random, int most) {
        return Stream.generate(() -> Literal.anywhere(text(random, 1 + random.nextInt(ShortLiterals.LONGEST))))
                .filter(literal -> literal.bytes().length <= ShortLiterals.LONGEST)
                .limit(most)
                .distinct()
                .toList();
    }

    private static String text(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }
}
