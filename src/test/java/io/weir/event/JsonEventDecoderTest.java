package io.weir.event;

import static io.weir.event.Records.decode;
import static io.weir.event.Records.event;
import static io.weir.event.Records.flat;
import static io.weir.event.Records.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEventDecoderTest {

    private static final String EVENT = flat("\"A\":\"x\"");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                    | found an empty record, expected a JSON object, or an array of them
            ` \t `                | found an empty record, expected a JSON object, or an array of them
            hello                 | found no JSON at byte 0: Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            <Event/>              | found <Event>, expected <Event> with <System> in it
            17                    | found a JSON number, expected a JSON object, or an array of them
            "{}"                  | found a JSON string, expected a JSON object, or an array of them
            true                  | found a JSON boolean, expected a JSON object, or an array of them
            null                  | found a JSON null, expected a JSON object, or an array of them
            []                    | found an empty array, expected events in it
            {}                    | found an empty object, expected an object Event.System (evtx_dump); or an object winlog with event_id or channel (Winlogbeat); or EventID beside EventData (Azure); or EventCode beside ComputerName or LogName (Splunk); or EventID beside Channel or SourceName (NXLog and flat exports); or one of these inside event beside sourcetype or time (Splunk HEC)
            {"a":1,"b":{"c":2}}   | found an object with the keys a, b, expected an object Event.System (evtx_dump); or an object winlog with event_id or channel (Winlogbeat); or EventID beside EventData (Azure); or EventCode beside ComputerName or LogName (Splunk); or EventID beside Channel or SourceName (NXLog and flat exports); or one of these inside event beside sourcetype or time (Splunk HEC)
            {"a":1                | found the end of the record in the middle of its JSON, expected the rest of it
            {"a":1]               | found no JSON at byte 6: Unexpected close marker ']': expected '}'
            {"a":NaN}             | found no JSON at byte 8: Non-standard token 'NaN'
            """)
    void saysWhatItFoundAndExpected(String record, String reason) {
        var decoded = decode(record);

        assertThat(decoded.events()).isEmpty();
        assertThat(decoded.undecodable()).extracting(Undecodable::reason).containsExactly(reason);
        assertThat(decoded.undecodable().get(0).bytes()).isEqualTo(record.getBytes(UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a second document     | {"EventID":2,"Channel":"y"} | found more JSON behind the first document, expected the record's end: put several events into an array
            rubbish               | rubbish                     | found no JSON at byte
            half a document       | {"EventID":                 | found more JSON behind the first document
            a closing brace       | }                           | found no JSON at byte
            a zero                | `\0`                          | found no JSON at byte
            """)
    void keepsTheEventAndRejectsWhatComesBehindIt(String name, String behind, String reason) {
        var decoded = decode(EVENT + behind);

        assertThat(decoded.events())
                .extracting(event -> event.identity().contentHash())
                .containsExactly(event(EVENT).identity().contentHash());
        assertThat(decoded.undecodable())
                .extracting(part -> new String(part.bytes(), UTF_8))
                .containsExactly(behind);
        assertThat(decoded.undecodable().get(0).reason()).startsWith(reason);
    }

    @Test
    void readsEachElementOfAnArrayApart() {
        var decoded = decode("[" + EVENT + " , 17, {\"a\":[1,{}]},\n" + Records.EVTX + ",[[]],null," + EVENT + "]");

        assertThat(decoded.events())
                .extracting(event -> new String(event.bytes(), UTF_8))
                .containsExactly(EVENT, Records.EVTX, EVENT);
        assertThat(decoded.undecodable())
                .extracting(part -> new String(part.bytes(), UTF_8))
                .containsExactly("17", "{\"a\":[1,{}]}", "[[]]", "null");
        assertThat(decoded.undecodable())
                .extracting(Undecodable::reason)
                .contains(
                        "found a JSON number, expected a JSON object",
                        "found an array, expected a JSON object",
                        "found a JSON null, expected a JSON object");
    }

    @Test
    void keepsTheElementsBeforeTheJsonBreaks() {
        var decoded = decode("[" + EVENT + "," + EVENT + ",{\"EventID\":1,,}," + EVENT + "]");

        assertThat(decoded.events()).hasSize(2);
        assertThat(decoded.undecodable())
                .extracting(part -> new String(part.bytes(), UTF_8))
                .containsExactly(",{\"EventID\":1,,}," + EVENT + "]");
    }

    @Test
    void keepsTheElementsOfAnArrayThatNeverEnds() {
        var decoded = decode("[" + EVENT + "," + EVENT);

        assertThat(decoded.events()).hasSize(2);
        assertThat(decoded.undecodable()).hasSize(1);
    }

    @Test
    void takesTheRecordsOwnBytesWhereTheyAreTheEvent() {
        var record = EVENT.getBytes(UTF_8);

        assertThat(EventDecoder.standard()
                        .decode(record, Stamp.NONE)
                        .events()
                        .get(0)
                        .bytes())
                .isSameAs(record);
    }

    @Test
    void cutsBlanksAndTheByteOrderMarkOff() {
        assertThat(event("\uFEFF " + EVENT + "\r\n").bytes()).isEqualTo(EVENT.getBytes(UTF_8));
        assertThat(decode("\uFEFF[" + EVENT + "]").events().get(0).bytes()).isEqualTo(EVENT.getBytes(UTF_8));
    }

    @Test
    void letsASecondValueOfAFieldHideNothing() {
        assertThat(event(flat("\"A\":\"x\",\"A\":null,\"A\":[\"y\"]")).field("A"))
                .contains(new FieldValue.Many(List.of(text("x"), new FieldValue.Null(), text("y"))));
        assertThat(event(flat("\"A B\":\"x\",\"AB\":\"y\"")).field("AB"))
                .contains(new FieldValue.Many(List.of(text("x"), text("y"))));
        assertThat(event(flat("\"Channel\":\"Application\"")).channel())
                .as("the first channel routes")
                .isEqualTo("Microsoft-Windows-Sysmon/Operational");
    }

    @Test
    void letsASecondObjectHideNothing() {
        var event = event("""
                {"Event":{"System":{"Channel":"a"},"EventData":{"A":"x"}},
                 "Event":{"System":{"EventID":7},"EventData":{"B":"y"},"EventData":{"A":"z"}}}""");

        assertThat(event.channel()).isEqualTo("a");
        assertThat(event.eventId()).isEqualTo(7);
        assertThat(event.fields())
                .containsEntry("A", new FieldValue.Many(List.of(text("x"), text("z"))))
                .containsEntry("B", text("y"));
    }

    @Test
    void takesARecordUpToTheLimitAndNoLarger() {
        var decoder = EventDecoder.of(new DecodeLimits(EVENT.length(), 64, 100, 10));

        assertThat(decoder.decode(EVENT.getBytes(UTF_8), Stamp.NONE).events()).hasSize(1);
        assertThat(decoder.decode((EVENT + " ").getBytes(UTF_8), Stamp.NONE).undecodable())
                .extracting(Undecodable::reason)
                .containsExactly("found a record of %d bytes, expected at most %d"
                        .formatted(EVENT.length() + 1, EVENT.length()));
    }

    @Test
    void takesNestingUpToTheLimitAndNoDeeper() {
        assertThat(decode(nested(63)).events()).hasSize(1);
        assertThat(decode(nested(64)).undecodable())
                .extracting(Undecodable::reason)
                .containsExactly("found an object with objects and arrays more than 64 deep, expected at most that");
    }

    @Test
    void losesOnlyTheElementThatIsTooDeep() {
        var decoded = decode("[" + EVENT + "," + nested(500) + "," + EVENT + "]");

        assertThat(decoded.events()).hasSize(2);
        assertThat(decoded.undecodable())
                .extracting(part -> new String(part.bytes(), UTF_8))
                .containsExactly(nested(500));
    }

    @Test
    void survivesBracketsWithoutEnd() {
        for (var open : List.of("[".repeat(4_000_000), "{\"a\":".repeat(700_000))) {
            assertThat(decode(open).undecodable())
                    .extracting(Undecodable::reason)
                    .containsExactly(
                            "found JSON beyond a limit: Document nesting depth (1001) exceeds the maximum allowed (1000)");
        }
    }

    @Test
    void losesOnlyTheElementWithTooManyValues() {
        var decoder = EventDecoder.of(new DecodeLimits(4 << 20, 64, 5, 10));
        var decoded = decoder.decode(
                ("[" + flat("\"A\":[1,2,3]") + "," + flat("\"A\":[1,2]") + "]").getBytes(UTF_8), Stamp.NONE);

        assertThat(decoded.events()).hasSize(1);
        assertThat(decoded.undecodable())
                .extracting(Undecodable::reason)
                .containsExactly("found an object with more than 5 values, expected at most that");
    }

    @Test
    void takesNoMoreElementsThanTheLimit() {
        var decoder = EventDecoder.of(new DecodeLimits(4 << 20, 64, 100, 2));
        var decoded = decoder.decode(
                ("[" + EVENT + "," + EVENT + "," + EVENT + "," + EVENT + "]").getBytes(UTF_8), Stamp.NONE);

        assertThat(decoded.events()).hasSize(2);
        assertThat(decoded.undecodable())
                .extracting(part -> new String(part.bytes(), UTF_8))
                .containsExactly("," + EVENT + "," + EVENT + "]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a byte that starts nothing, ff",
        "half a character, c3",
        "a stray continuation, 80",
        "a zero, 00",
        "a line end, 0a"
    })
    void rejectsBytesThatNoJsonStringHolds(String name, String hex) {
        var record = flat("\"A\":\"#\"").getBytes(ISO_8859_1);
        record[flat("\"A\":\"#\"").indexOf('#')] = (byte) Integer.parseInt(hex, 16);
        var decoded = EventDecoder.standard().decode(record, Stamp.NONE);

        assertThat(decoded.events()).isEmpty();
        assertThat(decoded.undecodable()).singleElement().satisfies(part -> {
            assertThat(part.bytes()).isSameAs(record);
            assertThat(part.reason()).startsWith("found no JSON at byte ");
        });
    }

    @Test
    void rejectsUtf16() {
        assertThat(decode("\0").undecodable())
                .extracting(Undecodable::reason)
                .containsExactly("found zeros at the beginning or the mark of UTF-16, expected UTF-8");
        for (var record : List.of(EVENT.getBytes(UTF_16LE), ("\uFEFF" + EVENT).getBytes(UTF_16LE))) {
            assertThat(EventDecoder.standard().decode(record, Stamp.NONE).undecodable())
                    .extracting(Undecodable::reason)
                    .containsExactly("found zeros at the beginning or the mark of UTF-16, expected UTF-8");
        }
    }

    @Test
    void keepsAZeroThatIsEscaped() {
        assertThat(event(flat("\"A\":\"a\\u0000b\"")).field("A")).contains(text("a\0b"));
    }

    @Test
    void keepsHalfACharacterThatIsEscaped() {
        assertThat(event(flat("\"A\":\"\\ud83d\"")).field("A")).contains(text("\ud83d"));
        assertThat(event(flat("\"Computer\":\"\\ud83d\",\"SourceName\":\"s\",\"RecordNumber\":1"))
                        .identity()
                        .id())
                .hasSize(32);
    }

    @ParameterizedTest
    @CsvSource({"1e400", "-1.5E-390", "123456789012345678901234567890"})
    void readsNumbersThatCanBeReckonedWith(String number) {
        assertThat(event(flat("\"A\":" + number)).field("A"))
                .contains(new FieldValue.Num(number, new BigDecimal(number)));
    }

    @ParameterizedTest
    @CsvSource({"1e401", "1e-999999999", "1e99999999999999999999"})
    void takesNumbersBeyondReckoningForText(String number) {
        assertThat(event(flat("\"A\":" + number)).field("A")).contains(text(number));
    }

    @Test
    void takesANumberOfAMillionDigitsForText() {
        assertThat(event(flat("\"A\":" + "9".repeat(1_000_000))).field("A")).contains(text("9".repeat(1_000_000)));
    }

    @Test
    void buildsNoNamesWithoutEnd() {
        var name = "n".repeat(200);
        var event = event(flat("\"%s\":{\"%s\":{\"a\":1},\"b\":2}".formatted(name, name)));

        assertThat(event.fields().keySet()).allMatch(key -> key.length() <= 256);
        assertThat(event.field(name + ".a").map(ValueText::of)).contains("1");
        assertThat(event.field(name + ".b").map(ValueText::of)).contains("2");
    }

    @Test
    void rejectsAFieldNameOfAnyLength() {
        assertThat(decode(flat("\"" + "n".repeat(100_000) + "\":1")).undecodable())
                .hasSize(1);
    }

    @Test
    void showsNoControlCharactersOrEndlessKeysInItsReasons() {
        var keys = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"\\u001b[2J\\n\\u202e" + "k".repeat(99) + i + "\":1")
                .collect(Collectors.joining(","));

        assertThat(decode("{" + keys + "}").undecodable())
                .singleElement()
                .satisfies(part ->
                        assertThat(part.reason()).hasSizeLessThanOrEqualTo(501).matches("[^\\p{C}]*"));
    }

    @Test
    void readsManyRepetitionsInLinearTime() {
        var repeated = IntStream.range(0, 60_000).mapToObj(i -> "\"A\":1").collect(Collectors.joining(","));

        assertThat(event(flat(repeated)).field("A"))
                .hasValueSatisfying(
                        value -> assertThat(((FieldValue.Many) value).values()).hasSize(60_000));
    }

    @Test
    void leavesTheRecordAsItWas() {
        var record = Records.EVTX.getBytes(UTF_8);
        var copy = Arrays.copyOf(record, record.length);

        EventDecoder.standard().decode(record, Stamp.NONE).events().get(0).identity();

        assertThat(record).isEqualTo(copy);
    }

    /** An event with that many arrays in each other. */
    private static String nested(int arrays) {
        return flat("\"A\":" + "[".repeat(arrays) + "]".repeat(arrays));
    }
}
