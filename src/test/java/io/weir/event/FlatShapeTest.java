package io.weir.event;

import static io.weir.event.Records.event;
import static io.weir.event.Records.flat;
import static io.weir.event.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatShapeTest {

    private static final Stamp TRANSPORT = Stamp.ofMillis(1_800_000_000_000L);

    @Test
    void keepsAllFieldsAndAddsSigmasNames() {
        assertThat(event(Records.FLAT).fields())
                .containsEntry("SourceName", text("Microsoft-Windows-Sysmon"))
                .containsEntry("Provider_Name", text("Microsoft-Windows-Sysmon"))
                .containsEntry("Hostname", text("WS-7.Example.org"))
                .containsEntry("Computer", text("WS-7.Example.org"))
                .containsEntry("Message", text("Process Create"))
                .containsEntry("tags", new FieldValue.Many(List.of(text("lab"), text("east"))));
    }

    @Test
    void takesTheCollectorForNoComputer() {
        assertThat(event(flat("\"host\":\"collector\"")).host()).isEqualTo(HostId.NONE);
    }

    @Test
    void takesComputerWhereThereIsNoHostname() {
        var event = event(flat("\"Computer\":\"WS-8\""));

        assertThat(event.host()).isEqualTo(new HostId("ws-8"));
        assertThat(event.field("Computer")).contains(text("WS-8"));
    }

    @Test
    void takesAProviderNameOfTheEventsDataForNoProvider() {
        var event =
                event(flat("\"SourceName\":\"Microsoft-Windows-Security-Auditing\",\"ProviderName\":\"Contoso Ltd\""));

        assertThat(event.provider()).isEqualTo("Microsoft-Windows-Security-Auditing");
        assertThat(event.field("ProviderName")).contains(text("Contoso Ltd"));
    }

    @Test
    void tellsTheProviderFromAFieldWhoseNameHasABlank() {
        var event = event(flat("\"Source Name\":\"User\",\"SourceName\":\"Defender\""));

        assertThat(event.provider()).isEqualTo("Defender");
        assertThat(event.field("SourceName")).contains(new FieldValue.Many(List.of(text("User"), text("Defender"))));
    }

    @Test
    void flattensNestedObjectsWithDots() {
        assertThat(event(flat("\"geo\":{\"ip\":{\"city\":\"x\"}}")).fields()).containsEntry("geo.ip.city", text("x"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            four hours behind UTC       | 2026-03-04 01:06:07 | 2026-03-04 01:06:08 | 2026-03-04T05:06:09.5Z | 2026-03-04T05:06:07Z
            a quarter past five and a half ahead | 2026-03-04 10:51:07 | 2026-03-04 10:51:08 | 2026-03-04T05:06:09Z | 2026-03-04T05:06:07Z
            UTC itself                  | 2026-03-04 05:06:07 | 2026-03-04 05:06:08 | 2026-03-04T05:06:09Z   | 2026-03-04T05:06:07Z
            stamped seven minutes late  | 2026-03-04 01:06:07 | 2026-03-04 01:06:08 | 2026-03-04T05:13:07Z   | 2026-03-04T05:06:07Z
            stamped a little early      | 2026-03-04 01:06:07 | 2026-03-04 01:06:08 | 2026-03-04T05:05:58Z   | 2026-03-04T05:06:07Z
            collected long after it was | 2026-03-01 01:06:07 | 2026-03-04 01:06:08 | 2026-03-04T05:06:09Z   | 2026-03-01T05:06:07Z
            with a zone of its own      | 2026-03-04T06:06:07+01:00 | 2026-03-04 01:06:08 | 2026-03-04T05:06:09Z | 2026-03-04T05:06:07Z
            """)
    void findsTheZoneOfEventTimeInTheCollectorsStamps(
            String name, String eventTime, String received, String stamped, String expected) {
        var event = event(flat("\"EventTime\":\"%s\",\"EventReceivedTime\":\"%s\",\"@timestamp\":\"%s\""
                .formatted(eventTime, received, stamped)));

        assertThat(event.time().iso()).isEqualTo(expected);
        assertThat(event.time().precisionMicros()).isEqualTo(1_000_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no stamps to find the zone by | "EventTime":"2026-03-04 01:06:07","TimeCreated":"2026-03-04T05:06:07.123Z"
            no collector's stamp          | "EventTime":"2026-03-04 01:06:07","EventReceivedTime":"2026-03-04 01:06:08","TimeCreated":"2026-03-04T05:06:07.123Z"
            a stamp without a zone        | "EventTime":"2026-03-04 01:06:07","EventReceivedTime":"2026-03-04 01:06:08","@timestamp":"2026-03-04T05:06:09","TimeCreated":"2026-03-04T05:06:07.123Z"
            a replay two days later       | "EventTime":"2026-03-04 01:06:07","EventReceivedTime":"2026-03-04 01:06:08","@timestamp":"2026-03-06T05:06:09Z","TimeCreated":"2026-03-04T05:06:07.123Z"
            an event time that is none    | "EventTime":["2026-03-04 01:06:07","x"],"EventReceivedTime":"2026-03-04 01:06:08","@timestamp":"2026-03-04T05:06:09Z","TimeCreated":"2026-03-04T05:06:07.123Z"
            a created time without a zone | "TimeCreated":"2026-03-04 05:06:07.123"
            only a generated time         | "TimeCreated":"soon","TimeGenerated":"2026-03-04T05:06:07.123Z"
            nothing but its own clock     | "EventTime":"2026-03-04 05:06:07.123"
            """)
    void fallsBackToTheNextBestTime(String name, String members) {
        assertThat(event(flat(members)).time()).isEqualTo(new Stamp(1_772_600_767_123_000L, 1_000));
    }

    @Test
    void hasNoTimeRatherThanUtcTime() {
        assertThat(event(flat("\"UtcTime\":\"2026-03-04 05:06:07.123\"")).time())
                .isEqualTo(Stamp.NONE);
        assertThat(event(flat("\"EventTime\":\"999999-01-01 00:00:00\"")).time())
                .isEqualTo(Stamp.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a copy of the event time        | "TimeCreated":"2026-03-04T05:06:07.123Z","@timestamp":"2026-03-04T05:06:07.123Z"
            a coarser copy of it            | "TimeCreated":"2026-03-04T05:06:07.1234567Z","@timestamp":"2026-03-04T05:06:07.123Z"
            a stamp without a zone          | "TimeCreated":"2026-03-04T05:06:07.123Z","@timestamp":"2026-03-04T05:06:09"
            no stamp                        | "TimeCreated":"2026-03-04T05:06:07.123Z"
            """)
    void arrivesWithTheTransportWhereTheRecordsOwnStampIs(String name, String members) {
        assertThat(event(flat(members), TRANSPORT).arrival()).isEqualTo(TRANSPORT);
        assertThat(event(flat(members)).arrival()).isEqualTo(Stamp.NONE);
    }

    @Test
    void arrivesAtTheCollectorsStampEvenWithoutATimeOfItsOwn() {
        assertThat(event(flat("\"@timestamp\":\"2026-03-04T05:06:07.123Z\""), TRANSPORT)
                        .arrival())
                .isEqualTo(new Stamp(1_772_600_767_123_000L, 1_000));
    }

    @Test
    void takesNoServiceForAProcessThatActed() {
        var event = event(
                flat("\"ProcessID\":3168,\"ExecutionProcessID\":3168,\"ProcessGuid\":\"{aaaaaaaa-0000-0000-0000-000000000001}\"")
                        .replace("\"EventID\":1", "\"EventID\":3"));

        assertThat(event.process().pid()).isEmpty();
        assertThat(event.process().guid()).isEqualTo("aaaaaaaa-0000-0000-0000-000000000001");
    }

    @Test
    void isRecognisedByAProviderWithoutAChannel() {
        assertThat(event("{\"EventID\":\"7045\",\"SourceName\":\"Service Control Manager\"}")
                        .eventId())
                .isEqualTo(7045);
        assertThat(event("{\"EventID\":7045,\"Provider_Name\":\"Service Control Manager\"}")
                        .provider())
                .isEqualTo("Service Control Manager");
    }
}
