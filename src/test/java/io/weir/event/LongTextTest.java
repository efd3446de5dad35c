package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Long texts end where they end, whatever they are compared with; and what is told to be the same is. */
class LongTextTest {

    private static final List<String> PIECES = List.of(
            "a",
            "Image: ",
            "\\\\",
            "\\\\\\\\",
            "\\\"",
            "\\n",
            "\\r\\n",
            "\\t",
            "\\u00e9",
            "\\ud83d\\ude00",
            "é",
            "\uD83D\uDE00",
            "\\/",
            "n",
            "u",
            "\\\\n",
            "C:\\\\new\\\\",
            "0");

    private static final List<String> BROKEN = List.of("\\x", "\t", "\\u12", "\\");

    private static final byte[] BYTES = {
        'a', 'n', 'u', '"', '\\', '\n', 0, (byte) 0x80, (byte) 0xBF, (byte) 0xC3, (byte) 0xE2, (byte) 0xF0
    };

    private static final int LENGTH = 100;

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void endsWhereAnyTextEnds(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            var pieces = pieces(random);
            byte[] other = text(pieces);
            byte[] one = text(changed(pieces, random));
            long expected = JsonText.end(one, 1);
            long end = JsonText.end(other, 1);

            var text = new LongText(one);
            long found = text.end(1, other, 1, (int) end, (int) (end >>> Integer.SIZE));

            assertThat(place(found)).as("seed %d, round %d", seed, round).isEqualTo(place(expected));
            if (expected != JsonText.ODD) {
                assertThat((int) (found >>> Integer.SIZE) & (int) (expected >>> Integer.SIZE))
                        .isEqualTo((int) (expected >>> Integer.SIZE));
                assertThatTheRestIsTheSame(one, (int) found, other, (int) end, text.change(0, "other"));
            }
        }
    }

    private static int place(long end) {
        return end == JsonText.ODD ? -1 : (int) end;
    }

    /** What lies between changes stands in the other text, where they say; and they end where lines do. */
    private static void assertThatTheRestIsTheSame(byte[] one, int end, byte[] other, int endOfOther, Change change) {
        int at = 1;
        int there = 0;
        for (int part = 0; part < change.parts(); part++) {
            assertThat(text(other, 1 + there, 1 + change.baseFrom(part))).isEqualTo(text(one, at, change.from(part)));
            at = change.to(part);
            there = change.baseTo(part);
            assertThat(at == end || text(one, 1, at).endsWith("\\n")).isTrue();
            assertThat(at == end || text(other, 1, 1 + there).endsWith("\\n")).isTrue();
        }
        assertThat(text(other, 1 + there, endOfOther)).isEqualTo(text(one, at, end));
    }

    private static String text(byte[] record, int from, int to) {
        return new String(record, from, to - from, UTF_8);
    }

    private static List<String> pieces(Random random) {
        var pieces = new ArrayList<String>();
        for (int i = random.nextInt(LENGTH); i >= 0; i--) {
            pieces.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        return pieces;
    }

    private static List<String> changed(List<String> pieces, Random random) {
        var changed = new ArrayList<>(pieces);
        for (int i = random.nextInt(6); i > 0 && !changed.isEmpty(); i--) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(4)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.addAll(at, pieces(random).subList(0, 1));
                case 2 ->
                    changed.set(at, (random.nextInt(10) == 0 ? BROKEN : PIECES).get(random.nextInt(BROKEN.size())));
                default -> changed.subList(at, changed.size()).clear();
            }
        }
        return changed;
    }

    private static byte[] text(List<String> pieces) {
        return pieces.stream()
                .collect(Collectors.joining("", "\"", "\",\"next\":\"value\"}"))
                .getBytes(UTF_8);
    }

    /** A change may be in the middle of a character or an escape, and what then stands there is none. */
    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void endsWhereAnyTextEndsWhateverBytesHaveChanged(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            byte[] other = text(pieces(random));
            long end = JsonText.end(other, 1);
            byte[] one = other.clone();
            one[1 + random.nextInt((int) end)] = BYTES[random.nextInt(BYTES.length)];

            long found = new LongText(one).end(1, other, 1, (int) end, (int) (end >>> Integer.SIZE));

            assertThat(place(found)).as("seed %d, round %d", seed, round).isEqualTo(place(JsonText.end(one, 1)));
        }
    }

    @Test
    void ofTheSameTextNothingHasChanged() {
        var same = text(List.of("a\\r\\nb\\\\c"));
        var text = new LongText(same);

        assertThat(place(text.end(1, same, 1, same.length - 16, 0))).isEqualTo(same.length - 16);
        assertThat(text.change(0, "other").parts()).isZero();
    }

    @Test
    void onlyTheLineThatDiffersHasChanged() {
        var lines = "a line that is long enough to be worth it: one\\r\\nand another one, which is the same\\r\\n";
        var other = text(List.of(lines));
        var one = text(List.of(lines.replace("one\\r", "three\\r")));
        var text = new LongText(one);

        text.end(1, other, 1, (int) JsonText.end(other, 1), 0);

        var change = text.change(0, "other");
        assertThat(change.parts()).isEqualTo(1);
        assertThat(text(one, change.from(0), change.to(0))).isEqualTo("three\\r\\n");
    }
}
