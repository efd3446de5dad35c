package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of events of a few layouts that come in turns, whatever the one before has left, a sieve finds what one does that has seen none, of events that were not scanned. */
class ReadingLawTest {

    private static final List<Source> SOURCES = List.of(
            Source.Header.PROVIDER,
            new Source.Named(List.of("A")),
            new Source.Named(List.of("B", "A")),
            new Source.Named(List.of("None")),
            new Source.Everything());

    private static final List<String> WORDS = List.of("one", "two", "three", "word", "x");

    private static final List<String> VALUES =
            List.of("", "one", "two three", "\\u0077ord", "xx", "C:\\\\two", "nothing of it", "one ".repeat(200));

    private static final List<String> PROVIDERS = List.of("", "", "one", "two");

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 100) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatASieveFindsThatHasSeenNoEvent(long seed) {
        var random = new Random(seed);
        var plan = SievePlan.of(
                Stream.generate(() -> need(random)).limit(1 + random.nextInt(4)).toList(), new Finders());
        var sieve = new Sieve(plan, new Work(), new CacheRoom());
        var decoder = EventDecoder.standard();
        for (int i = 0; i < 200; i++) {
            var record = record(random);
            assertThat(candidates(sieve, event(decoder, record)))
                    .as("seed %d, %d: %s", seed, i, record)
                    .isEqualTo(candidates(
                            new Sieve(plan, new Work(), new CacheRoom()), event(EventDecoder.standard(), record)));
        }
    }

    private static Need need(Random random) {
        return new Need.AllOf(Stream.generate(() -> answer(random))
                .limit(1 + random.nextInt(3))
                .toList());
    }

    private static Need answer(Random random) {
        var source = SOURCES.get(random.nextInt(SOURCES.size()));
        var word = Literal.anywhere(WORDS.get(random.nextInt(WORDS.size())));
        return new Need.Answer(source, new FieldTest.AnyLiteral(Set.of(word)), random.nextInt(3) > 0);
    }

    private static String record(Random random) {
        return "{\"Channel\":\"c\",\"EventID\":1,%s\"A\":\"%s\"%s}"
                .formatted(
                        random.nextInt(4) == 0
                                ? ""
                                : "\"SourceName\":\"%s\",\"Provider_Name\":\"%s\","
                                        .formatted(one(PROVIDERS, random), one(PROVIDERS, random)),
                        one(VALUES, random),
                        random.nextInt(4) == 0
                                ? ""
                                : ",\"B\":" + (random.nextInt(9) == 0 ? "null" : "\"" + one(VALUES, random) + "\""));
    }

    /** Most often one of the first few. */
    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(1 + random.nextInt(values.size())));
    }

    private static Event event(EventDecoder decoder, String record) {
        return decoder.decode(record.getBytes(UTF_8), Stamp.NONE).events().get(0);
    }

    private static List<Integer> candidates(Sieve sieve, Event event) {
        return IntStream.range(0, sieve.sift(event)).mapToObj(sieve::candidate).toList();
    }
}
