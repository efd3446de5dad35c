package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Where a text can be cut, and where its lines end. */
class TextCutsTest {

    private static final List<String> PIECES = List.of(
            "a",
            "n",
            "plain enough",
            "\\\\",
            "\\\\\\\\n",
            "\\\"",
            "\\n",
            "\\r\\n",
            "\\u00e9",
            "\\ud83d\\ude00",
            "é",
            "\u212B",
            "\uD83D\uDE00");

    /** The last few bytes of a record are read one by one. */
    private static final String BEHIND = ",\"Computer\":1}";

    /** A text that goes on in any way behind such a place is well-formed if what stands from there on is. */
    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void whatStandsBeforeABoundaryIsWhole(long seed) {
        byte[] text = text(new Random(seed));
        for (int at = 0; at < text.length - BEHIND.length(); at++) {
            byte[] otherwise = text.clone();
            Arrays.fill(otherwise, at, text.length, (byte) 'x');
            for (byte[] record : List.of(text, otherwise)) {
                int place = TextCuts.boundary(record, 0, at);

                byte[] before = Arrays.copyOf(record, place + 1);
                before[place] = '"';
                assertThat(place).isBetween(0, at);
                assertThat((int) JsonText.end(before, 0))
                        .as("seed %d, at %d", seed, at)
                        .isEqualTo(place);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void aLineEndsWhereItIsReadTo(long seed) {
        byte[] text = text(new Random(seed));
        int to = text.length - 1 - BEHIND.length();
        for (int at = 0; at < to; at = TextCuts.nextLine(text, at, to)) {
            assertThat(TextCuts.nextLine(text, at, to))
                    .as("seed %d, from %d: %s", seed, at, new String(text, UTF_8))
                    .isEqualTo((int) JsonText.lineEnd(text, at));
        }
    }

    private static byte[] text(Random random) {
        return random.ints(random.nextInt(40), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining("", "", "\"" + BEHIND))
                .getBytes(UTF_8);
    }
}
