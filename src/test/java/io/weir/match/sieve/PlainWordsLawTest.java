package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No word that stands in a part of a record is passed by, wherever it stands and however its letters are written. */
class PlainWordsLawTest {

    private static final String LETTERS = "abcdeK:._-";

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 300) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWordThatIsThereIsNeverPassedBy(long seed) {
        var random = new Random(seed);
        var words = Stream.generate(() -> text(random, 4 + random.nextInt(14)))
                .limit(1 + random.nextInt(30))
                .toList();
        var plain = words(words);
        for (int round = 0; round < 100; round++) {
            var before = text(random, random.nextInt(40));
            var word = anyCase(words.get(random.nextInt(words.size())), random);
            var record = before + word + text(random, random.nextInt(40));
            int from = random.nextInt(before.length() + 1);
            int to = before.length()
                    + word.length()
                    + random.nextInt(record.length() - before.length() - word.length() + 1);

            assertThat(plain.mayBeIn(record.getBytes(UTF_8), from, to))
                    .as("seed %d: %s from %d to %d", seed, record, from, to)
                    .isTrue();
        }
    }

    @Test
    void whereNoWordIsItIsSaidSo() {
        var plain = words(List.of("sekurlsa::", "mimidrv.sys", "kiwi legit printer"));
        var record = "C:\\\\Windows\\\\System32\\\\sekurlsa.exe mimidrv.dll Kiwi Printer"
                .repeat(3)
                .getBytes(UTF_8);

        assertThat(plain.mayBeIn(record, 0, record.length)).isFalse();
    }

    private static PlainWords words(List<String> words) {
        return PlainWords.of(words.stream().map(Literal::anywhere).toList()).orElseThrow();
    }

    private static String text(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }

    private static String anyCase(String word, Random random) {
        return word.chars()
                .mapToObj(one -> String.valueOf((char) one))
                .map(one -> random.nextBoolean() ? one.toUpperCase(Locale.ROOT) : one.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
