package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sieve that remembers what lines of long values have finds what one does that remembers nothing, with less work and within the bound. */
class LongValuesLawTest {

    private static final Source CONTEXT = new Source.Named(List.of("ContextInfo"));

    /** With what may be taken for the end of a line, and what may end a part of one: all as in a record. */
    private static final List<String> PIECES = List.of(
            "Host",
            " = ",
            "C:\\\\new\\\\",
            "\\\\",
            "\\\\n",
            "\\u00e9",
            "\\u000a",
            "n",
            "é",
            "\\\"",
            "x",
            "ab",
            "Command Name",
            "\\t",
            "0");

    private static final int LINES = 200;

    private static final List<String> ENDS = List.of("\\n", "\\r\\n");

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 100) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatASieveWithoutMemoryFinds(long seed) {
        var random = new Random(seed);
        var words = Stream.generate(() -> word(random)).limit(30).toList();
        var plan = SievePlan.of(
                words.stream()
                        .map(word ->
                                asks(new FieldTest.AnyLiteral(Set.of(Literal.anywhere(word))), random.nextInt(4) > 0))
                        .toList(),
                new Finders());
        var decoder = EventDecoder.standard();
        var work = new Work();
        var without = new Work();
        var sieve = new Sieve(plan, work, new CacheRoom());
        var lines = lines(random, words, LINES);
        for (int round = 0; round < 30; round++) {
            lines = random.nextInt(10) == 0 ? lines(random, words, LINES) : changed(lines, random, words);
            byte[] record = record(lines);
            long before = work.compared();

            var found = candidates(sieve, event(decoder, record));

            assertThat(found)
                    .as("seed %d, round %d: %s", seed, round, new String(record, UTF_8))
                    .isEqualTo(candidates(new Sieve(plan, without, new CacheRoom()), event(decoder(), record)));
            assertThat(work.compared() - before)
                    .isLessThanOrEqualTo(plan.bound(CONTEXT, record.length).compared());
        }
        assertThat(work.bytesRead()).as("seed %d", seed).isLessThan(without.bytesRead());
    }

    @Test
    void onlyTheLineThatDiffersIsSearched() {
        var plan = SievePlan.of(
                List.of(asks(new FieldTest.AnyLiteral(Set.of(Literal.anywhere("number = 7"))), true)), new Finders());
        var decoder = decoder();
        var work = new Work();
        var sieve = new Sieve(plan, work, new CacheRoom());
        var found = new ArrayList<Integer>();
        long before = 0;
        for (int number = 1; number < 10; number++) {
            before = work.bytesRead();
            found.add(sieve.sift(event(decoder, record(numbered(number)))));
        }

        assertThat(found).containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(work.bytesRead() - before).isEqualTo("        Number = 9\r\n".length());
    }

    private static List<String> numbered(int number) {
        return List.of(
                "        Host Application = powershell -enc " + "A".repeat(1_000) + "\\r\\n",
                "        Number = " + number + "\\r\\n",
                "        User = HOST\\\\user\\r\\n");
    }

    private static Need asks(FieldTest test, boolean wanted) {
        return new Need.Answer(CONTEXT, test, wanted);
    }

    /** What is looked for: some of it stands there, and some of that only if a line goes on over its end, which it does not. */
    private static String word(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "command" + " name".substring(0, random.nextInt(6));
            case 1 -> "c:\\new\\" + (char) ('a' + random.nextInt(3));
            case 2 -> String.valueOf((char) ('x' + random.nextInt(3))).repeat(1 + random.nextInt(3));
            default -> "word" + random.nextInt(40);
        };
    }

    private static List<String> lines(Random random, List<String> words, int count) {
        return Stream.generate(() -> line(random, words)).limit(count).toList();
    }

    private static String line(Random random, List<String> words) {
        var line = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            line.append(
                    random.nextInt(12) == 0
                            ? words.get(random.nextInt(words.size())).replace("\\", "\\\\")
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return line.append(ENDS.get(random.nextInt(ENDS.size()))).toString();
    }

    private static List<String> changed(List<String> lines, Random random, List<String> words) {
        var changed = new ArrayList<>(lines);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(10)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.add(at, line(random, words));
                case 2, 3, 4 -> changed.set(at, line(random, words));
                default -> changed.set(at, PIECES.get(random.nextInt(PIECES.size())) + changed.get(at));
            }
        }
        return changed;
    }

    private static byte[] record(List<String> lines) {
        return lines.stream()
                .collect(Collectors.joining(
                        "", "{\"Channel\":\"C\",\"EventID\":1,\"ContextInfo\":\"", "\",\"Hostname\":\"h\"}"))
                .getBytes(UTF_8);
    }

    /** One that knows the layout. */
    private static EventDecoder decoder() {
        var decoder = EventDecoder.standard();
        decoder.decode(record(List.of("x")), Stamp.NONE);
        return decoder;
    }

    private static Event event(EventDecoder decoder, byte[] record) {
        return decoder.decode(record, Stamp.NONE).events().get(0);
    }

    private static List<Integer> candidates(Sieve sieve, Event event) {
        return IntStream.range(0, sieve.sift(event)).mapToObj(sieve::candidate).toList();
    }
}
