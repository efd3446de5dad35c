package io.weir.match.sieve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How far the places may be apart at which words are looked for, and what of a word stands at one. */
class WordGramsTest {

    @Test
    void oneShortWordAmongManyIsKnownByThreeOfItsBytesSoThatFewerPlacesAreLookedAt() {
        var grams = grams(Stream.concat(Stream.of("eayk::"), longWords(100)));

        assertThat(grams.stride()).isEqualTo(4);
        assertThat(grams.least()).isEqualTo(3);
    }

    @Test
    void manyShortWordsAreKnownByFourBytesAsTooManyPlacesWouldSeemToHaveOne() {
        var grams = grams(Stream.concat(shortWords(40), longWords(100)));

        assertThat(grams.stride()).isEqualTo(3);
        assertThat(grams.least()).isEqualTo(4);
    }

    @Test
    void whateverIsBehindTheLastThreeBytesOfAShortWordItsPlaceIsOneToLookAt() {
        var grams = grams(Stream.concat(Stream.of("eayk::"), longWords(100)));

        for (int behind = 0; behind <= 0xFF; behind++) {
            int bytes = fourBytes((byte) 'K', (byte) ':', (byte) ':', (byte) behind);

            assertThat(Bits.has(grams.filter(), WordGrams.hash(bytes)))
                    .as("byte %d behind it", behind)
                    .isTrue();
            assertThat(grams.byThree(bytes))
                    .extracting(place -> new String(place.text(), US_ASCII), GramTable.Place::offset)
                    .containsExactly(tuple("eayk::", 3));
        }
    }

    private static WordGrams grams(Stream<String> words) {
        return WordGrams.of(words.map(word -> word.getBytes(US_ASCII)).toList());
    }

    private static Stream<String> longWords(int number) {
        return IntStream.range(0, number).mapToObj(i -> String.format(Locale.ROOT, "word-%d-of-many", i));
    }

    private static Stream<String> shortWords(int number) {
        return IntStream.range(0, number).mapToObj(i -> String.format(Locale.ROOT, "six%03d", i));
    }

    private static int fourBytes(byte... bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
