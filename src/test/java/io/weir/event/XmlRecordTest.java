package io.weir.event;

import static io.weir.event.Records.decode;
import static io.weir.event.Records.event;
import static io.weir.event.Records.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRecordTest {

    private static final String SYSTEM = """
            <System><Provider Name="Contoso" EventSourceName="Old"/><EventID Qualifiers="16384">12</EventID><EventRecordID>345</EventRecordID>
            <Channel>Ledger</Channel><TimeCreated SystemTime="2026-03-04T05:06:07.5000000Z"/><Computer>Desk</Computer><Security/></System>""";
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Test
    void readsWhatItsJsonSays() {
        var xml = event(Records.XML);
        var json = event(Records.EVTX);

        assertThat(xml.identity().id()).isEqualTo(json.identity().id());
        assertThat(xml.process()).isEqualTo(json.process());
        assertThat(xml.fields())
                .containsEntry("Message", text("Process Create"))
                .containsEntry("Level", text("4"))
                .containsEntry("Execution_ThreadID", text("2044"))
                .containsEntry("Security_UserID", text("S-1-5-18"))
                .containsEntry("TimeCreated_SystemTime", text("2026-03-04T05:06:07.1234560Z"))
                .doesNotContainKeys("Correlation", "xmlns", "Event_xmlns");
        assertThat(xml.fields().keySet()).containsAll(json.fields().keySet());
    }

    @Test
    void readsDataWithoutNamesAsOneFieldOfSeveralValues() {
        assertThat(event(ledger("<EventData><Data>one</Data><Data>two</Data><Binary>0A0B</Binary></EventData>"))
                        .fields())
                .containsEntry("Data", new FieldValue.Many(List.of(text("one"), text("two"))))
                .containsEntry("Binary", text("0A0B"))
                .containsEntry("EventID", text("12"))
                .containsEntry("EventID_Qualifiers", text("16384"))
                .doesNotContainKey("Security");
    }

    @Test
    void namesDataByTheAttributeOfThatNameWhateverOthersSay() {
        assertThat(event(ledger("<EventData><Data Type='Name' Name='Who'>ada</Data></EventData>"))
                        .fields())
                .containsEntry("Who", text("ada"))
                .doesNotContainKey("Data");
    }

    @Test
    void readsDataOfUsersInsideItsWrapper() {
        var event = event(
                ledger("<UserData><p:Cleared xmlns:p='urn:x'><Channel>Security</Channel><p:Who><Name>ada</Name></p:Who>"
                        + "</p:Cleared></UserData>"));

        assertThat(event.channel()).isEqualTo("Ledger");
        assertThat(event.fields()).containsEntry("Channel", text("Security")).containsEntry("Who.Name", text("ada"));
    }

    @Test
    void readsWhatWindowsCouldNotRender() {
        assertThat(event(
                                ledger(
                                        "<ProcessingErrorData><ErrorCode>15005</ErrorCode><DataItemName>shellId</DataItemName></ProcessingErrorData>"))
                        .fields())
                .containsEntry("ErrorCode", text("15005"))
                .containsEntry("DataItemName", text("shellId"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a &amp;&lt;&gt;&quot;&apos; b  | a &<>"' b
            &#65;&#x42;                    | AB
            <![CDATA[<a> & b]]>            | <a> & b
            x<!-- no -->y<?no?>z           | xyz
            &other; & &#xFFFFFFFF;         | &other; & &#xFFFFFFFF;
            `  `                           | `  `
            ``                             | ``
            """)
    void resolvesReferencesThatXmlHasAndKeepsAllOthers(String written, String value) {
        assertThat(event(ledger("<EventData><Data Name='A'>" + written + "</Data></EventData>"))
                        .field("A"))
                .contains(text(value));
    }

    @Test
    void doesNotLoseACommandLineToACharacterThatXmlForbids() {
        assertThat(event(ledger("<EventData><Data Name='CommandLine'>evil\u0001.exe</Data></EventData>"))
                        .field("CommandLine"))
                .contains(text("evil\u0001.exe"));
    }

    @Test
    void readsSeveralEventsAndTheirRoot() {
        var one = ledger("");
        var decoded = decode("<?xml version='1.0' encoding='utf-8'?>\n<Events xmlns='x'>" + one + "\n<!-- b -->" + one
                + "<Other/></Events>");

        assertThat(decoded.events())
                .extracting(event -> new String(event.bytes(), UTF_8))
                .containsExactly(one, one);
        assertThat(decoded.undecodable())
                .extracting(Undecodable::reason)
                .containsExactly("found <Other>, expected <Event> with <System> in it");
    }

    @Test
    void readsAPieceOfALargerFile() {
        assertThat(decode("<Events>" + ledger("")).undecodable()).isEmpty();
        assertThat(decode(ledger("") + "</Events>").undecodable()).isEmpty();
    }

    @Test
    void keepsTheEventsBeforeTheXmlBreaks() {
        var decoded = decode(ledger("") + "<Event><System></Event>");

        assertThat(decoded.events()).hasSize(1);
        assertThat(decoded.undecodable())
                .extracting(part -> new String(part.bytes(), UTF_8))
                .containsExactly("<Event><System></Event>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <Events/>                       | found no event, expected <Event> with <System> in it
            <Event/>                        | found <Event>, expected <Event> with <System> in it
            <Event><System>                 | found the end of the record inside <System>, expected </System>
            <Event                          | found the end of the record in the middle of its XML, expected the rest of it
            <Event a=b/>                    | found 'b' at byte 9 of the XML, expected a quoted value
            <Event><a></b></Event>          | found </b> at byte 10 of the XML, expected </a>
            </Event>                        | found </Event>, expected <Event> with <System> in it
            <Events>text</Events>           | found text between events, expected <Event> with <System> in it
            <!DOCTYPE a SYSTEM "file:///x"> | found a document type or another declaration at byte 0, expected none
            """)
    void saysWhatItFoundAndExpected(String record, String reason) {
        var decoded = decode(record);

        assertThat(decoded.events()).isEmpty();
        assertThat(decoded.undecodable()).extracting(Undecodable::reason).containsExactly(reason);
    }

    @Test
    void expandsAndFetchesNothing() {
        var laughs = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
                + ledger("<EventData><Data>&b;</Data></EventData>");
        var fetch = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                + ledger("<EventData><Data>&x;</Data></EventData>");

        assertThat(decode(laughs).events()).isEmpty();
        assertThat(decode(fetch).events()).isEmpty();
        assertThat(decode(fetch).undecodable()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<a>", "<a><b/>", "<a b='c'>", "&", "&#", "<!--", "<a ", "<![CDATA[", "<?x ", "<Event><System>"})
    void judgesHostileRecordsAtOnce(String repeated) {
        var record = "<Event><System/>" + repeated.repeat((3 << 20) / repeated.length());

        var decoded = assertTimeout(AT_ONCE, () -> decode(record));

        assertThat(decoded.undecodable()).isNotEmpty();
    }

    @Test
    void keepsToTheLimits() {
        var deep = ledger("<EventData>" + "<a>".repeat(100) + "</a>".repeat(100) + "</EventData>");
        var wide = ledger("<EventData>" + "<Data Name='a'>b</Data>".repeat(1 << 16) + "</EventData>");
        var attributes = ledger("<EventData><Data " + "a='b' ".repeat(1 << 17) + "/></EventData>");

        assertThat(decode(deep + ledger("")).events()).hasSize(1);
        assertThat(decode(deep).undecodable().get(0).reason())
                .isEqualTo("found an element with elements more than 64 deep, expected at most that");
        assertThat(decode(wide).undecodable().get(0).reason())
                .isEqualTo("found an element with more than 65536 values, expected at most that");
        assertThat(decode(attributes).undecodable()).hasSize(1);
        assertThat(decode("<" + "a".repeat(5_000) + "/>").undecodable().get(0).reason())
                .contains("expected a name of at most 4096 bytes");
        assertThat(decode(ledger("").repeat(10_001)).events()).hasSizeLessThanOrEqualTo(10_000);
    }

    @Test
    void rejectsBrokenUtf8() {
        var record = ledger("<EventData><Data>é</Data></EventData>").getBytes(UTF_8);
        var broken = new String(record, UTF_8).getBytes(ISO_8859_1);

        assertThat(EventDecoder.standard().decode(broken, Stamp.NONE).undecodable())
                .extracting(Undecodable::reason)
                .containsExactly("found bytes that are no UTF-8, expected UTF-8");
    }

    private static String ledger(String body) {
        return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>" + SYSTEM + body + "</Event>";
    }
}
