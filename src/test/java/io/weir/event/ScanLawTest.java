package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of a known layout, and such as are nearly so, are read as the parser reads them. */
class ScanLawTest {

    private static final List<String> SEEDLINGS = List.of(
            Records.EVTX.replace("\n", ""),
            Records.FLAT.replace("\n", ""),
            Records.WINLOGBEAT.replace("\n", ""),
            Records.AZURE.replace("\n", ""),
            Records.SPLUNK.replace("\n", ""),
            Records.HEC.replace("\n", ""),
            Records.flat(
                    "\"Type\":\"a\",\"_raw\":\"b\",\"Tag\":null,\"List\":[1,\"b\",null,[]],\"Deep\":{\"a b\":{\"c\":1}}"),
            Records.flat(
                    "\"RecordNumber\":5,\"EventRecordID\":12,\"SourceName\":\"p\",\"Hostname\":\"h\",\"Computer\":\"c\",\"TimeCreated\":\"2026-03-04T05:06:07Z\""),
            Records.flat(
                    "\"EventTime\":\"x\",\"@timestamp\":\"2026-03-04T05:06:10Z\",\"TimeCreated\":\"2026-03-04T05:06:07Z\",\"TimeGenerated\":\"2026-03-04T05:06:08Z\""),
            Records.evtx(
                    "Security", "p", 4688, "\"RenderingInfo\":{\"Message\":\"m\"},\"EventData\":{\"Data\":[1,2]}"));

    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"a\"",
            "\"é\\u00e9\\n\\\\\"",
            "\"\uD83D\uDE00\\ud83d\\ude00\\ud83d\"",
            "\"\\u004b\u212A\"",
            "0",
            "-1.50e+3",
            "true",
            "false",
            "null",
            "[]",
            "{}",
            "\"Event\"",
            "\"<Event/>\"",
            "\"{}\"",
            "12345678901234567890",
            "\"2026-03-04 00:06:07\"",
            "\"2026-03-04T00:06:07,25 +01:00\"",
            "\"2026-02-30T00:06:07Z\"",
            "4689",
            "\"5\"",
            "12");

    private static final Set<ProcessFacts.Life> LIVES =
            EnumSet.of(ProcessFacts.Life.START, ProcessFacts.Life.END, ProcessFacts.Life.BOOT);

    /** No parser takes them. */
    private static final List<String> BROKEN = List.of("01", "1.", "\"\\x\"", "\"\t\"", "\"\\u12\"", "tru", "-", "\"");

    private static final List<String> PIECES = List.of(
            "a",
            "what is as it was",
            "C:\\\\new\\\\",
            "\\\"",
            "\\r\\n",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\u004b",
            "é",
            "\u212B",
            "\uD83D\uDE00");

    private static final byte[] BYTES = {
        'a', 'n', 'u', '0', '"', '\\', '\n', (byte) 0x84, (byte) 0xC3, (byte) 0xE2, (byte) 0xF0
    };

    private static final Pattern VALUE = Pattern.compile(":(\"(?:[^\"\\\\]++|\\\\.)*+\"|[0-9]+)");

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void readsWhatTheParserReads(long seed) {
        var random = new Random(seed);
        var knowing = EventDecoder.standard();
        SEEDLINGS.forEach(record -> decode(knowing, record));
        SEEDLINGS.forEach(record -> decode(knowing, record));
        for (int i = 0; i < 15; i++) {
            var record =
                    blanks(random) + mutated(SEEDLINGS.get(random.nextInt(SEEDLINGS.size())), random) + blanks(random);
            var expected = decode(EventDecoder.standard(), record);
            for (int time = 0; time < 3; time++) {
                var found = decode(knowing, record);
                assertThat(reasons(found)).isEqualTo(reasons(expected));
                assertThat(found.events())
                        .allMatch(event -> event.tellsOfALife()
                                == LIVES.contains(event.process().life()));
                assertThat(found.events().stream().map(ScanLawTest::told))
                        .as("seed %d: %s", seed, record)
                        .isEqualTo(expected.events().stream()
                                .map(ScanLawTest::told)
                                .toList());
            }
        }
    }

    /** Texts that begin as those of the record before do, in whatever they go on: in the middle of an escape or of a character, too. */
    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void readsWhatTheParserReadsWhereFewBytesDifferFromTheRecordBefore(long seed) {
        var random = new Random(seed);
        var knowing = EventDecoder.standard();
        byte[] record = texts(random);
        decode(knowing, record);
        for (int i = 0; i < 30; i++) {
            byte[] next = random.nextInt(5) > 0 ? withOtherBytes(record, random) : texts(random);
            var expected = decode(EventDecoder.standard(), next);
            var found = decode(knowing, next);
            assertThat(reasons(found)).as("seed %d, record %d", seed, i).isEqualTo(reasons(expected));
            assertThat(found.events().stream().map(ScanLawTest::told))
                    .as("seed %d, record %d", seed, i)
                    .isEqualTo(expected.events().stream().map(ScanLawTest::told).toList());
            record = expected.events().isEmpty() ? record : next;
        }
    }

    private static byte[] texts(Random random) {
        return "{\"EventID\":1,\"Channel\":\"c\",\"Image\":\"%s\",\"Level\":%d,%s\"Message\":\"%s\"%s}"
                .formatted(
                        text(random, 20),
                        random.nextInt(200),
                        random.nextBoolean() ? "\"Tag\":\"" + text(random, 5) + "\"," : "",
                        text(random, 60),
                        random.nextBoolean() ? ",\"Computer\":\"h\"" : "")
                .getBytes(UTF_8);
    }

    private static String text(Random random, int most) {
        return random.ints(random.nextInt(most), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private static byte[] withOtherBytes(byte[] record, Random random) {
        byte[] changed = record.clone();
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(changed.length);
            changed[at] = random.nextBoolean() ? BYTES[random.nextInt(BYTES.length)] : (byte) (changed[at] ^ 1);
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(strings = {Records.EVTX, Records.FLAT, Records.WINLOGBEAT})
    void scansARecordWhoseLayoutIsKnown(String record) {
        var decoder = EventDecoder.standard();
        decode(decoder, record);

        assertThat(decode(decoder, record.replace("4242", "4243")).events()).hasOnlyElementsOfType(ScannedEvent.class);
    }

    /** One is what the other is up to the byte that tells them apart. */
    @Test
    void scansRecordsOfLayoutsThatComeInTurns() {
        var decoder = EventDecoder.standard();
        var records = List.of(
                Records.flat("\"Level\":5"),
                Records.flat("\"Level\":\"5\""),
                Records.flat("\"Level\":null"),
                Records.flat("\"Level\":5,\"More\":1"));
        records.forEach(record -> decode(decoder, record));
        for (int round = 0; round < 3; round++) {
            assertThat(records)
                    .allSatisfy(record ->
                            assertThat(decode(decoder, record).events()).hasOnlyElementsOfType(ScannedEvent.class));
        }
    }

    /** Whoever searches the bytes for plain words has to know. */
    @Test
    void isInDisguiseAsLongAsOneOfItsValuesIs() {
        var decoder = EventDecoder.standard();
        var disguised = Records.EVTX.replace("expand a.cab", "\\u0065xpand a.cab");
        decode(decoder, Records.EVTX);

        assertThat(scanned(decoder, disguised).isDisguised()).isTrue();
        assertThat(scanned(decoder, disguised.replace("4242", "4243")).isDisguised())
                .isTrue();
        assertThat(scanned(decoder, Records.EVTX).isDisguised()).isFalse();
    }

    private static ScannedEvent scanned(EventDecoder decoder, String record) {
        return (ScannedEvent) decode(decoder, record).events().get(0);
    }

    /** Names that are made up for one record each fill no more than half of the room. */
    @Test
    void whereManyLayoutsAreKnownOneHasToComeTwice() {
        var decoder = EventDecoder.standard();
        for (int i = 0; i < 8_000; i++) {
            decode(decoder, madeUp(i));
        }

        assertThat(decode(decoder, madeUp(0)).events()).hasOnlyElementsOfType(ScannedEvent.class);
        assertThat(decode(decoder, Records.EVTX).events()).doesNotHaveAnyElementsOfTypes(ScannedEvent.class);
        assertThat(decode(decoder, Records.EVTX).events()).doesNotHaveAnyElementsOfTypes(ScannedEvent.class);
        assertThat(decode(decoder, Records.EVTX).events()).hasOnlyElementsOfType(ScannedEvent.class);
    }

    private static String madeUp(int i) {
        return Records.flat("\"n%d\":1,\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1".formatted(i))
                .replace("\n", "");
    }

    @Test
    void scansARecordThatStandsBetweenBlanks() {
        var decoder = EventDecoder.standard();
        var record = " " + Records.WINLOGBEAT + "\r\n";
        decode(decoder, record);
        decode(decoder, record);

        var event = decode(decoder, record).events().get(0);

        assertThat(event).isInstanceOf(ScannedEvent.class);
        assertThat(event.bytes()).isEqualTo(Records.WINLOGBEAT.strip().getBytes(UTF_8));
    }

    private static String blanks(Random random) {
        return random.nextInt(3) > 0 ? "" : " \t\r\n".substring(random.nextInt(4));
    }

    private static List<String> reasons(EventDecoder.Decoded decoded) {
        return decoded.undecodable().stream().map(Undecodable::reason).toList();
    }

    private static EventDecoder.Decoded decode(EventDecoder decoder, String record) {
        return decode(decoder, record.getBytes(UTF_8));
    }

    private static EventDecoder.Decoded decode(EventDecoder decoder, byte[] record) {
        return decoder.decode(record, Stamp.NONE);
    }

    /** Values change, and sometimes a byte. */
    private static String mutated(String record, Random random) {
        var changed = VALUE.matcher(record)
                .replaceAll(found -> random.nextInt(6) > 0 ? quote(found.group()) : quote(":" + value(random)));
        if (random.nextInt(4) > 0) {
            return changed;
        }
        int at = random.nextInt(changed.length());
        return changed.substring(0, at) + (char) (' ' + random.nextInt(96)) + changed.substring(at + random.nextInt(2));
    }

    private static String value(Random random) {
        var values = random.nextInt(40) == 0 ? BROKEN : VALUES;
        return values.get(random.nextInt(values.size()));
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    /** All that an event says, asked one by one before the whole is. */
    static List<Object> told(Event event) {
        var names = List.of(
                "EventID",
                "Image",
                "Message",
                "Level",
                "Tag",
                "List",
                "Deep",
                "Provider_Name",
                "Data",
                "tags",
                "Computer");
        return List.of(
                new String(event.bytes(), UTF_8),
                names.stream().map(event::field).toList(),
                event.channel(),
                event.provider(),
                event.eventId(),
                event.time(),
                event.arrival(),
                event.process(),
                event.recordNumber(),
                event.host(),
                event.identity(),
                event.fields(),
                event.fields().keySet().stream().map(event::field).toList());
    }
}
