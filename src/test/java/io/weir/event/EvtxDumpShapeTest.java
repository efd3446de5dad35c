package io.weir.event;

import static io.weir.event.Records.event;
import static io.weir.event.Records.evtx;
import static io.weir.event.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvtxDumpShapeTest {

    @Test
    void namesTheSystemsFieldsAsSigmaDoes() {
        assertThat(event(Records.EVTX).fields())
                .containsEntry("Provider_Guid", text("5770385F-0000-0000-0000-000000000001"))
                .containsEntry("Level", number("4"))
                .containsEntry("Keywords", text("0x8000000000000000"))
                .containsEntry("EventRecordID", number("77"))
                .containsEntry("Execution_ProcessID", number("2040"))
                .containsEntry("Execution_ThreadID", number("2044"))
                .containsEntry("Security_UserID", text("S-1-5-18"))
                .doesNotContainKeys("Correlation", "SourceFile", "Event", "#attributes");
    }

    @Test
    void readsAnEventIdThatIsAnObject() {
        var event = event(evtx("Application", "Classic", 0, "\"EventData\":null")
                .replace("\"EventID\":0", "\"EventID\":{\"#attributes\":{\"Qualifiers\":16384},\"#text\":1000}"));

        assertThat(event.eventId()).isEqualTo(1000);
        assertThat(event.fields())
                .containsEntry("EventID", number("1000"))
                .containsEntry("EventID_Qualifiers", number("16384"));
    }

    @Test
    void givesTheUnnamedStringsOfClassicProvidersTheNameData() {
        var many = event(evtx("Application", "Classic", 7, "\"EventData\":{\"Data\":{\"#text\":[\"one\",\"two\"]}}"));
        var one = event(evtx("Application", "Classic", 7, "\"EventData\":{\"Data\":{\"#text\":\"one\"}}"));

        assertThat(many.field("Data")).contains(new FieldValue.Many(List.of(text("one"), text("two"))));
        assertThat(one.field("Data")).contains(text("one"));
    }

    @Test
    void takesUserDataOutOfItsWrapper() {
        var event = event(evtx(
                "System",
                "Microsoft-Windows-Eventlog",
                104,
                "\"UserData\":{\"Cleared\":{\"#attributes\":{\"xmlns\":\"urn:x\"},\"SubjectUserName\":\"ada\"}}"));

        assertThat(event.fields()).containsEntry("SubjectUserName", text("ada"));
        assertThat(event.fields().keySet()).noneMatch(name -> name.contains("xmlns"));
    }

    @Test
    void letsRulesReadTheChannelInTheUserDataButRoutesByTheSystems() {
        var event = event(evtx(
                "System", "Microsoft-Windows-Eventlog", 104, "\"UserData\":{\"Cleared\":{\"Channel\":\"Security\"}}"));

        assertThat(event.channel()).isEqualTo("System");
        assertThat(event.field("Channel")).contains(text("Security"));
    }

    @Test
    void letsEventDataWinOverTheSystemWhereverItStands() {
        var event = event("""
                {"Event":{"EventData":{"Version":"10.42","Level":null},"System":{"Channel":"Application","EventID":4,"Version":0,"Level":2}}}""");

        assertThat(event.fields())
                .containsEntry("Version", text("10.42"))
                .containsEntry("Level", new FieldValue.Null());
    }

    @Test
    void takesBlanksOutOfFieldNames() {
        var event = event(evtx(
                "Defender", "Defender", 1116, "\"EventData\":{\"Source Name\":\"System\",\"Threat  Name\":\"x\"}"));

        assertThat(event.fields()).containsEntry("SourceName", text("System")).containsEntry("ThreatName", text("x"));
    }

    @Test
    void flattensWhatIsNestedWithDots() {
        var event = event(evtx("CAPI2", "CAPI2", 11, """
                "UserData":{"Chain":{"Certificate":{"#attributes":{"subjectName":"ada"},"Usage":{"Id":["a",["b"]]}},"Item":[{"Id":1},{"Id":2}]}}"""));

        assertThat(event.fields())
                .containsEntry("Certificate_subjectName", text("ada"))
                .containsEntry("Certificate.Usage.Id", new FieldValue.Many(List.of(text("a"), text("b"))))
                .containsEntry("Item.Id", new FieldValue.Many(List.of(number("1"), number("2"))));
    }

    @Test
    void tellsNullEmptyAndAbsentApart() {
        var event = event(evtx("C", "P", 1, "\"EventData\":{\"A\":null,\"B\":\"\",\"C\":[],\"D\":{}}"));

        assertThat(event.fields())
                .containsEntry("A", new FieldValue.Null())
                .containsEntry("B", text(""))
                .containsEntry("C", new FieldValue.Null())
                .containsEntry("D", new FieldValue.Null())
                .doesNotContainKey("E");
    }

    @Test
    void keepsTheKindOfEachValue() {
        var event = event(evtx(
                "C", "P", 1, "\"EventData\":{\"A\":true,\"B\":-9223372036854775808,\"C\":1.50,\"D\":[1,\"1\",false]}"));

        assertThat(event.fields())
                .containsEntry("A", new FieldValue.Bool(true))
                .containsEntry("B", number("-9223372036854775808"))
                .containsEntry("C", number("1.50"))
                .containsEntry("D", new FieldValue.Many(List.of(number("1"), text("1"), new FieldValue.Bool(false))));
    }

    @Test
    void keepsWhatWindowsCouldNotRender() {
        var event = event(evtx("C", "P", 1, "\"ProcessingErrorData\":{\"ErrorCode\":15005,\"DataItemName\":\"User\"}"));

        assertThat(event.fields()).containsEntry("DataItemName", text("User"));
    }

    @Test
    void keepsEventDataThatIsNoObject() {
        assertThat(event(evtx("C", "P", 1, "\"EventData\":\"raw\"")).fields()).containsEntry("EventData", text("raw"));
        assertThat(event(evtx("C", "P", 1, "\"UserData\":[\"raw\"]")).fields()).containsEntry("UserData", text("raw"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "'\"1\"', 1",
        "'\"0x10\"', 16",
        "-1, -1",
        "null, -1",
        "1.5, -1",
        "4688.0, 4688",
        "1e0, 1",
        "0.1E1, 1",
        "-1.0, -1",
        "10e-2, -1",
        "1e99999999, -1",
        "1e18, -1",
        "'\"1.\"', -1",
        "99999999999, -1",
        "true, -1",
        "[], -1",
        "{}, -1"
    })
    void knowsAnEventIdFromWhatIsNone(String written, int eventId) {
        assertThat(event(evtx("C", "P", 77, "\"EventData\":{}").replace("\"EventID\":77", "\"EventID\":" + written))
                        .eventId())
                .isEqualTo(eventId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"#attributes\":{\"SystemTime\":\"999999-01-01T00:00:00Z\"}}",
                "{\"#attributes\":{\"SystemTime\":[\"2026-03-04T05:06:07Z\",\"2026-03-04T05:06:08Z\"]}}",
                "{\"#attributes\":{\"SystemTime\":{}}}",
                "{\"#attributes\":{\"SystemTime\":1772600767}}",
                "{\"#attributes\":[]}"
            })
    void hasNoTimeWhereTheSystemTimeIsNone(String timeCreated) {
        var record = evtx("C", "P", 1, "\"EventData\":{\"UtcTime\":\"2026-03-04 05:06:07.000\"}")
                .replace("{\"#attributes\":{\"SystemTime\":\"2026-03-04T05:06:07Z\"}}", timeCreated);

        assertThat(event(record).time()).isEqualTo(Stamp.NONE);
    }

    @Test
    void isReadWithoutAChannelOrAnythingElse() {
        var event = event("{\"Event\":{\"System\":{}}}");

        assertThat(event.channel()).isEmpty();
        assertThat(event.provider()).isEmpty();
        assertThat(event.eventId()).isEqualTo(-1);
        assertThat(event.recordNumber()).isEqualTo(-1);
        assertThat(event.host()).isEqualTo(HostId.NONE);
        assertThat(event.time()).isEqualTo(Stamp.NONE);
        assertThat(event.process()).isEqualTo(ProcessFacts.NONE);
    }

    private static FieldValue number(String text) {
        return new FieldValue.Num(text, new BigDecimal(text));
    }
}
