package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.expression.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However an attacker who knows the rules chooses a value, the work that it makes stays within what the plan says of its length. */
class WorkBoundTest {

    private static final Source COMMAND_LINE = new Source.Named(List.of("CommandLine"));
    private static final String LETTERS = "ab\\.- xyz";

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 60) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aValueOfGramsAndLiteralsMakesNoMoreWorkThanThePlanSays(long seed) {
        var random = new Random(seed);
        var literals = literals(random);
        var plan = SievePlan.of(needs(literals, random), new Finders());
        for (int round = 0; round < 40; round++) {
            check(plan, value(literals, random), seed);
        }
    }

    @Test
    void theWorstThatCanBeIsNearThatSoThatItSaysSomething() {
        var needs = new ArrayList<Need>();
        for (char end = 'a'; end <= 'z'; end++) {
            needs.add(asks(new FieldTest.AnyLiteral(Set.of(Literal.anywhere("xxxxxxx" + end)))));
        }
        var plan = SievePlan.of(needs, new Finders());
        var work = check(plan, "x".repeat(4_000), 0);

        assertThat(work.compared())
                .isGreaterThan(plan.bound(COMMAND_LINE, 4_000).compared() / 2);
    }

    @Test
    void theWorkForAByteIsTheSameForLongValuesAndForShortOnes() {
        var random = new Random(1);
        var literals = literals(random);
        var plan = SievePlan.of(needs(literals, random), new Finders());
        var piece = String.join("", literals);
        var once = check(plan, piece, 1);
        var often = check(plan, piece.repeat(50), 1);

        assertThat(often.compared()).isLessThanOrEqualTo(51 * once.compared());
        assertThat(often.tests()).isEqualTo(once.tests());
        assertThat(often.looks()).isEqualTo(once.looks());
    }

    @Test
    void anExpressionThatSeveralRulesLookForIsRunOnce() {
        var needs = Stream.generate(() -> asks(new FieldTest.Finds(
                        Set.of(), Expression.of("a.b", true, false).orElseThrow())))
                .limit(3)
                .toList();

        assertThat(check(SievePlan.of(needs, new Finders()), "xyz", 1).tests()).isEqualTo(1);
    }

    @Test
    void oneWalkTellsWhichOfSeveralExpressionsAreFound() {
        var plan = SievePlan.of(
                List.of(
                        asks(new FieldTest.Finds(
                                Set.of(), Expression.of("a.b", true, false).orElseThrow())),
                        asks(new FieldTest.Finds(
                                Set.of(), Expression.of("a.b", false, false).orElseThrow())),
                        asks(new FieldTest.Finds(
                                Set.of(), Expression.of("c.*d", false, false).orElseThrow()))),
                new Finders());

        assertThat(check(plan, "xyz", 1).tests()).isEqualTo(1);
        assertThat(check(plan, "A-B", 1).tests()).isEqualTo(1);
    }

    /** What an event with that value takes of a sieve that remembers nothing. */
    private static Work check(SievePlan plan, String value, long seed) {
        var event = scanned(value);
        int bytes = escaped(value).length();
        var bound = plan.bound(COMMAND_LINE, bytes);
        var first = new Work();
        var sieve = new Sieve(plan, first, new CacheRoom());
        sieve.sift(event);
        assertThat(first.bytesRead()).as("seed %d: %s", seed, value).isLessThanOrEqualTo(bytes);
        assertThat(first.compared()).as("seed %d: %s", seed, value).isLessThanOrEqualTo(bound.compared());
        assertThat(first.tests()).as("seed %d: %s", seed, value).isLessThanOrEqualTo(bound.tests());
        assertThat(first.bytesTested()).as("seed %d: %s", seed, value).isLessThanOrEqualTo(bound.bytesTested());
        assertThat(first.looks()).as("seed %d: %s", seed, value).isLessThanOrEqualTo(bound.looks());
        return first;
    }

    /** The second of two records of one layout is scanned. */
    private static Event scanned(String value) {
        var decoder = EventDecoder.standard();
        var record = "{\"Channel\":\"C\",\"EventID\":1,\"CommandLine\":\"%s\",\"Hostname\":\"h\"}"
                .formatted(escaped(value))
                .getBytes(UTF_8);
        decoder.decode(record, Stamp.NONE);
        return decoder.decode(record, Stamp.NONE).events().get(0);
    }

    /** As it stands in the record; all of it is ASCII. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    private static List<String> literals(Random random) {
        var literals = new HashSet<String>();
        for (int i = 0; i < 60; i++) {
            literals.add(text(random, 1 + random.nextInt(12)));
        }
        return List.copyOf(literals);
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(random.nextBoolean() ? 2 : LETTERS.length())));
        }
        return text.toString();
    }

    /** Rules that ask for literals anywhere and at ends, and rules with expressions behind literals and behind none. */
    private static List<Need> needs(List<String> literals, Random random) {
        var needs = new ArrayList<Need>();
        for (var literal : literals) {
            var found = new Literal(literal, random.nextInt(5) == 0, random.nextInt(5) == 0);
            needs.add(asks(new FieldTest.AnyLiteral(Set.of(found))));
        }
        for (int i = 0; i < 10; i++) {
            var gate = random.nextInt(3) == 0 ? Set.<Literal>of() : Set.of(Literal.anywhere(any(literals, random)));
            needs.add(asks(new FieldTest.Finds(
                    gate, Expression.of("(a|b)*x.y" + i, true, false).orElseThrow())));
        }
        return needs;
    }

    private static Need asks(FieldTest test) {
        return new Need.Answer(COMMAND_LINE, test, true);
    }

    private static String value(List<String> literals, Random random) {
        var value = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            var literal = any(literals, random);
            switch (random.nextInt(4)) {
                case 0 -> value.append(literal);
                case 1 -> value.append(literal, 0, literal.length() - 1);
                case 2 -> value.append(literal.substring(literal.length() / 2).repeat(1 + random.nextInt(20)));
                default -> value.append(text(random, random.nextInt(6)));
            }
        }
        return value.toString();
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
