package io.weir.event;

import static io.weir.event.Records.event;
import static io.weir.event.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WinlogbeatShapeTest {

    private static final Stamp TRANSPORT = Stamp.ofMillis(1_800_000_000_000L);

    @Test
    void namesTheSystemsFieldsAsSigmaDoes() {
        assertThat(event(Records.WINLOGBEAT).fields())
                .containsEntry("EventID", text("1"))
                .containsEntry("EventRecordID", new FieldValue.Num("77", BigDecimal.valueOf(77)))
                .containsEntry("Execution_ProcessID", new FieldValue.Num("2040", BigDecimal.valueOf(2040)))
                .containsEntry("Execution_ThreadID", new FieldValue.Num("2044", BigDecimal.valueOf(2044)))
                .containsEntry("Security_UserID", text("S-1-5-18"))
                .containsEntry("Opcode", text("Info"))
                .containsEntry("Message", text("Process Create"))
                .doesNotContainKeys("event_data", "winlog.channel", "host.name", "message");
    }

    @ParameterizedTest
    @CsvSource({"critical, 1", "Error, 2", "warning, 3", "information, 4", "verbose, 5", "unheard of, unheard of"})
    void givesLevelsTheNumbersThatRulesAskFor(String written, String level) {
        assertThat(event(Records.WINLOGBEAT.replace("\"information\"", "\"" + written + "\""))
                        .field("Level"))
                .contains(text(level));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"11\"", "11"})
    void readsAnEventIdThatIsTextOrNumber(String written) {
        assertThat(event(Records.WINLOGBEAT.replace("\"event_id\":\"1\"", "\"event_id\":" + written))
                        .eventId())
                .isEqualTo(11);
    }

    @Test
    void readsUserDataLikeEventData() {
        var event = event("""
                {"winlog":{"channel":"System","event_id":104,"user_data":{"Channel":"Security","SubjectUserName":"ada"}}}""");

        assertThat(event.channel()).isEqualTo("System");
        assertThat(event.fields())
                .containsEntry("Channel", text("Security"))
                .containsEntry("SubjectUserName", text("ada"));
    }

    @Test
    void keepsSeveralKeywords() {
        assertThat(event("{\"winlog\":{\"channel\":\"Security\",\"keywords\":[\"Audit Success\",\"Classic\"]}}")
                        .field("Keywords"))
                .contains(new FieldValue.Many(List.of(text("Audit Success"), text("Classic"))));
    }

    @Test
    void takesTheShippersHostForNoComputer() {
        assertThat(event("{\"winlog\":{\"channel\":\"Security\"},\"host\":{\"name\":\"collector\"}}")
                        .host())
                .isEqualTo(HostId.NONE);
    }

    @Test
    void arrivesWithTheTransportWhereItsCreationOnlyRepeatsTheTime() {
        var copied = Records.WINLOGBEAT.replace("2026-03-04T05:06:10.250Z", "2026-03-04T05:06:07.123Z");
        var missing = Records.WINLOGBEAT.replace("\"created\"", "\"ingested\"");

        assertThat(event(copied, TRANSPORT).arrival()).isEqualTo(TRANSPORT);
        assertThat(event(missing, TRANSPORT).arrival()).isEqualTo(TRANSPORT);
    }

    @Test
    void hasNoTimeWhereItsStampIsAList() {
        assertThat(event("{\"@timestamp\":[\"2026-03-04T05:06:07Z\"],\"winlog\":{\"channel\":\"Security\"}}")
                        .time())
                .isEqualTo(Stamp.NONE);
    }
}
