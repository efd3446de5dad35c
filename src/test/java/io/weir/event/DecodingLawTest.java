package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Whatever the bytes are: nothing is thrown, and every byte is in an event, in what could not be read, or between them. */
class DecodingLawTest {

    private static final List<String> SEEDLINGS = List.of(
            Records.EVTX,
            Records.FLAT,
            Records.WINLOGBEAT,
            Records.HEC,
            Records.SPLUNK,
            Records.AZURE,
            Records.ECS,
            Records.XML,
            "<?xml version='1.0'?><Events>" + Records.XML + "\n<!-- -->" + Records.XML + "</Events>",
            "{\"records\":[" + Records.AZURE + "," + Records.EVTX + "],\"more\":[1,{}]}",
            "[" + Records.EVTX + "," + Records.FLAT + ", 17, {\"a\":[]}," + Records.WINLOGBEAT + "]",
            "\uFEFF[" + Records.FLAT + "]");

    /** The first of the seedlings are one JSON event each. */
    private static final int ALONE = 7;

    private static final List<String> GRAFTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "null",
            "1e9",
            "[[[[",
            "{\"Event\":",
            "\0",
            "\uFEFF",
            "é",
            "<",
            ">",
            "&",
            "&#0;",
            "</Event>",
            "</Events>",
            "<![CDATA[",
            "<!--",
            "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            " ");

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void everyByteIsAccountedFor(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++) {
            var record = mutated(SEEDLINGS.get(random.nextInt(SEEDLINGS.size())).getBytes(UTF_8), random);
            var decoded = EventDecoder.standard().decode(record, Stamp.NONE);

            assertThat(parts(decoded)).isNotEmpty();
            var between = new String(between(record, parts(decoded)), UTF_8).replaceFirst("\uFEFF", "");
            if (hasWrapping(record)) {
                assertThat(between).as("what wraps events").doesNotContain("Image");
            } else {
                assertThat(between).matches("[\\[\\],\\s]*");
            }
            decoded.events().forEach(DecodingLawTest::askEverything);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void whatIsReadFromAnArrayIsWhatIsReadAlone(long seed) {
        var random = new Random(seed);
        var element = mutated(SEEDLINGS.get(random.nextInt(ALONE)).getBytes(UTF_8), random);
        var alone = EventDecoder.standard().decode(element, Stamp.NONE);
        var inArray =
                EventDecoder.standard().decode(("[17," + new String(element, UTF_8) + "]").getBytes(UTF_8), Stamp.NONE);

        if (alone.undecodable().isEmpty()) {
            assertThat(inArray.events())
                    .extracting(Event::identity)
                    .isEqualTo(alone.events().stream().map(Event::identity).toList());
            assertThat(inArray.events())
                    .extracting(Event::fields)
                    .isEqualTo(alone.events().stream().map(Event::fields).toList());
        }
        assertThat(inArray.undecodable()).isNotEmpty();
    }

    /** Whether more than blanks, commas and brackets may stand between events: the tags of XML's root, the members of a batch. */
    private static boolean hasWrapping(byte[] record) {
        var text = new String(record, UTF_8);
        return text.contains("records") || text.replace("\uFEFF", "").strip().startsWith("<");
    }

    private static void askEverything(Event event) {
        assertThat(event.identity().id()).hasSize(32);
        assertThat(event.process().life()).isNotNull();
        assertThat(event.time().isKnown() ? event.time().iso() : "none").isNotEmpty();
        assertThat(event.eventId()).isGreaterThanOrEqualTo(-1);
        assertThat(event.recordNumber()).isGreaterThanOrEqualTo(-1);
    }

    private static byte[] mutated(byte[] record, Random random) {
        var mutant = record;
        for (var cuts = random.nextInt(4); cuts >= 0; cuts--) {
            mutant = mutatedOnce(mutant, random);
        }
        return mutant;
    }

    private static byte[] mutatedOnce(byte[] record, Random random) {
        var at = random.nextInt(record.length + 1);
        var to = Math.min(record.length, at + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> joined(Arrays.copyOf(record, at));
            case 1 -> joined(Arrays.copyOf(record, at), Arrays.copyOfRange(record, to, record.length));
            case 2 -> joined(Arrays.copyOf(record, to), Arrays.copyOfRange(record, at, record.length));
            case 3 -> joined(Arrays.copyOf(record, at), graft(random), Arrays.copyOfRange(record, at, record.length));
            case 4 ->
                joined(
                        Arrays.copyOf(record, at),
                        new byte[] {(byte) random.nextInt()},
                        Arrays.copyOfRange(record, to, record.length));
            default -> joined(record, graft(random));
        };
    }

    private static byte[] graft(Random random) {
        return GRAFTS.get(random.nextInt(GRAFTS.size())).getBytes(UTF_8);
    }

    /** At least one byte, so that there is something to account for. */
    private static byte[] joined(byte[]... pieces) {
        var length = Stream.of(pieces).mapToInt(piece -> piece.length).sum();
        var whole = new byte[Math.max(1, length)];
        var at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }

    private static List<byte[]> parts(EventDecoder.Decoded decoded) {
        return Stream.concat(
                        decoded.events().stream().map(Event::bytes),
                        decoded.undecodable().stream().map(Undecodable::bytes))
                .toList();
    }

    /** What is left of the record when each part is taken out once. */
    private static byte[] between(byte[] record, List<byte[]> parts) {
        var left = new ArrayList<byte[]>();
        left.add(record);
        for (var part : parts) {
            assertThat(takeOut(part, left))
                    .as("the part is one of the record's")
                    .isTrue();
        }
        var length = left.stream().mapToInt(piece -> piece.length).sum();
        return length == 0 ? new byte[0] : joined(left.toArray(byte[][]::new));
    }

    private static boolean takeOut(byte[] part, List<byte[]> left) {
        for (var i = 0; i < left.size(); i++) {
            var piece = left.get(i);
            for (var at = 0; at + part.length <= piece.length; at++) {
                if (Arrays.equals(piece, at, at + part.length, part, 0, part.length)) {
                    left.set(i, Arrays.copyOf(piece, at));
                    left.add(i + 1, Arrays.copyOfRange(piece, at + part.length, piece.length));
                    return true;
                }
            }
        }
        return false;
    }
}
