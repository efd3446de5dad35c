package io.weir.match.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The literals that are found at the ends of a value are those that it begins with, ends with, or is. */
class TailsLawTest {

    private static final String LETTERS = "ab\\.é€x";

    /** So many that some have the same hash: with 32 bits of it ten pairs do. */
    private static final int MANY = 300_000;

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 300) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsFoundIsWhatTheValueBeginsWithOrEndsWithOrIs(long seed) {
        var random = new Random(seed);
        var literals = literals(random);
        var beginnings = Tails.of(literals, false);
        var endings = Tails.of(literals, true);
        for (int round = 0; round < 50; round++) {
            var value = value(literals, random);

            assertThat(found(beginnings, value))
                    .as("seed %d: %s", seed, value)
                    .isEqualTo(numbers(
                            literals,
                            literal -> literal.atStart()
                                    && (literal.atEnd()
                                            ? value.equals(literal.text())
                                            : value.startsWith(literal.text()))));
            assertThat(found(endings, value))
                    .as("seed %d: %s", seed, value)
                    .isEqualTo(numbers(
                            literals,
                            literal -> literal.atEnd() && !literal.atStart() && value.endsWith(literal.text())));
        }
    }

    @Test
    void literalsThatHaveAHashBetweenThemAreToldApart() {
        var random = new Random(1);
        var texts = new LinkedHashSet<String>();
        while (texts.size() < MANY) {
            texts.add(Long.toString(random.nextLong() >>> 20, Character.MAX_RADIX));
        }
        var literals = texts.stream().map(text -> new Literal(text, true, true)).toList();
        var tails = Tails.of(literals, false);

        assertThat(tails.mostCompared(1)).isGreaterThan(1);
        for (int number = 0; number < literals.size(); number++) {
            assertThat(found(tails, literals.get(number).text())).containsExactly(number);
        }
    }

    private static Set<Integer> found(Tails tails, String value) {
        var text = new FoldedText();
        text.read(value);
        var found = new TreeSet<Integer>();
        int compared = tails.find(text, found::add);
        assertThat(compared).isLessThanOrEqualTo((int) tails.mostCompared(text.length()));
        return found;
    }

    private static Set<Integer> numbers(List<Literal> literals, Predicate<Literal> fits) {
        return IntStream.range(0, literals.size())
                .filter(number -> fits.test(literals.get(number)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Literal> literals(Random random) {
        var literals = new HashSet<>(Set.of(new Literal("\\ab.x", false, true)));
        for (int left = 1 + random.nextInt(60); left > 0; left--) {
            var text = text(random, random.nextInt(9));
            boolean atStart = random.nextBoolean();
            boolean atEnd = random.nextBoolean();
            if (!text.isEmpty() || (atStart && atEnd)) {
                literals.add(new Literal(text, atStart, atEnd));
            }
        }
        return List.copyOf(literals);
    }

    private static String value(List<Literal> literals, Random random) {
        var parts = new ArrayList<String>();
        for (int left = random.nextInt(3); left >= 0; left--) {
            parts.add(
                    random.nextBoolean()
                            ? literals.get(random.nextInt(literals.size())).text()
                            : text(random, random.nextInt(12)));
        }
        return String.join("", parts);
    }

    private static String text(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }
}
