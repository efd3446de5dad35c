package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many variants there are, those remain whose needs the event meets; and they are numbered such that few words of bits do. */
class ManyVariantsLawTest {

    private static final List<String> FIELDS = List.of("Image", "User", "CommandLine");

    private static final int[] SIZES = {5, 700, 4_200, 9_000};

    private static final int EVENTS = 200;

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 4) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thoseRemainWhoseNeedsTheEventMeets(long seed) {
        var random = new Random(seed);
        var needs = Stream.generate(() -> need(random))
                .limit(SIZES[(int) seed % SIZES.length])
                .toList();
        var sieve = new Sieve(SievePlan.of(needs, new Finders()), new Work(), new CacheRoom());
        var decoder = EventDecoder.standard();
        for (int i = 0; i < EVENTS; i++) {
            var values = Map.of("Image", value(random), "User", value(random), "CommandLine", line(random));

            assertThat(sift(sieve, decoder, values))
                    .as("seed %d: %s", seed, values)
                    .isEqualTo(IntStream.range(0, needs.size())
                            .filter(rule -> isMet(needs.get(rule), values))
                            .toArray());
        }
    }

    @Test
    void variantsThatAFieldRulesOutTogetherAreSideBySide() {
        var plan = plan();

        // a word of bits has 64 variants, and they come one of each image in turns
        assertThat(IntStream.range(0, plan.variants())
                        .mapToObj(variant -> SievePlan.Answer.rule(plan.answer(variant)) % 2)
                        .limit(Long.SIZE))
                .hasSize(Long.SIZE)
                .containsOnly(SievePlan.Answer.rule(plan.answer(0)) % 2);
    }

    @Test
    void literalsOfVariantsThatAreRuledOutAreNotToldOf() {
        var plan = plan();
        var field = plan.fields().stream()
                .filter(some -> some.source().equals(new Source.Named(List.of("CommandLine"))))
                .findFirst()
                .orElseThrow();
        var text = new FoldedText();
        text.read("argument013 argument100");
        long first = new Districts(2).ofWord(0);

        assertThat(told(field, text, Districts.ALL)).hasSize(2);
        assertThat(told(field, text, first)).hasSize(1);
        assertThat(told(field, text, ~first)).hasSize(1).isNotEqualTo(told(field, text, first));
    }

    /** Of rules that ask for one image and another in turns, 64 each. */
    private static SievePlan plan() {
        return SievePlan.of(
                IntStream.range(0, 2 * Long.SIZE)
                        .mapToObj(i -> Need.allOf(List.of(
                                asks("Image", new Literal("word" + i % 2, false, true), true),
                                asks("CommandLine", Literal.anywhere("argument%03d".formatted(i)), true))))
                        .toList(),
                new Finders());
    }

    private static Set<Integer> told(FieldPlan field, FoldedText text, long districts) {
        var told = new HashSet<Integer>();
        var found = new Tails.Found() {
            @Override
            public void literal(int number) {
                told.add(number);
            }

            @Override
            public long districts() {
                return districts;
            }
        };
        for (int level = 0; level < field.finder().levels(); level++) {
            field.finder().find(level, text, found, new Work());
        }
        return told;
    }

    private static int[] sift(Sieve sieve, EventDecoder decoder, Map<String, String> values) {
        var record =
                "{\"Channel\":\"C\",\"EventID\":1,\"Image\":\"%s\",\"User\":\"%s\",\"CommandLine\":\"%s\",\"Hostname\":\"h\"}"
                        .formatted(values.get("Image"), values.get("User"), values.get("CommandLine"))
                        .getBytes(UTF_8);
        int count = sieve.sift(decoder.decode(record, Stamp.NONE).events().get(0));
        return IntStream.range(0, count).map(sieve::candidate).toArray();
    }

    /** All of some answers, or one of some. */
    private static Need need(Random random) {
        var parts = Stream.generate(() -> answer(random))
                .limit(1 + random.nextInt(3))
                .toList();
        return random.nextInt(4) == 0 ? Need.anyOf(parts) : Need.allOf(parts);
    }

    private static Need answer(Random random) {
        var field = FIELDS.get(random.nextInt(FIELDS.size()));
        var literal = new Literal(value(random), random.nextInt(4) == 0, random.nextInt(3) == 0);
        return asks(field, literal, random.nextInt(8) > 0);
    }

    private static Need asks(String field, Literal literal, boolean wanted) {
        return new Need.Answer(new Source.Named(List.of(field)), new FieldTest.AnyLiteral(Set.of(literal)), wanted);
    }

    private static String value(Random random) {
        return "word" + random.nextInt(random.nextBoolean() ? 5 : 500);
    }

    private static String line(Random random) {
        return String.join(
                " ",
                Stream.generate(() -> value(random))
                        .limit(1 + random.nextInt(6))
                        .toList());
    }

    private static boolean isMet(Need need, Map<String, String> values) {
        return need.match(new Need.Cases<>() {
            @Override
            public Boolean unknown(Need.Unknown need) {
                return true;
            }

            @Override
            public Boolean allOf(Need.AllOf all) {
                return all.parts().stream().allMatch(part -> isMet(part, values));
            }

            @Override
            public Boolean anyOf(Need.AnyOf any) {
                return any.parts().stream().anyMatch(part -> isMet(part, values));
            }

            @Override
            public Boolean answer(Need.Answer answer) {
                var names = ((Source.Named) answer.source()).names();
                var value = values.getOrDefault(names.get(0), "");
                var test = (FieldTest.AnyLiteral) answer.test();
                return answer.wanted() == test.literals().stream().anyMatch(literal -> holds(literal, value));
            }
        });
    }

    private static boolean holds(Literal literal, String value) {
        return literal.atStart()
                ? literal.atEnd() ? value.equals(literal.text()) : value.startsWith(literal.text())
                : literal.atEnd() ? value.endsWith(literal.text()) : value.contains(literal.text());
    }
}
