package io.weir.event;

import static io.weir.event.Records.event;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdentityTest {

    private static final String RECORD = """
            {"Event":{"System":{"Provider":{"#attributes":{"Name":"Contoso"}},"EventID":12,"EventRecordID":345,"Channel":"Ledger",
            "TimeCreated":{"#attributes":{"SystemTime":"2026-03-04T05:06:07Z"}},"Computer":"Desk"},"EventData":{"A":"x"}}}""";

    @ParameterizedTest
    @CsvSource({"Contoso, Contos", "':12', ':13'", "345, 346", "Ledger, Ledges", "07Z, 08Z", "07Z, 07.0Z", "Desk, Disk"
    })
    void changesWithEachOfItsSixParts(String part, String other) {
        assertThat(id(RECORD.replace(part, other))).isNotEqualTo(id(RECORD));
    }

    @ParameterizedTest
    @CsvSource({
        "Contoso, CONTOSO",
        "Ledger, lEDGER",
        "Desk, DESK",
        "'{\"A\":\"x\"}', '{\"A\":\"y\"}'",
        "':12', ':\"12\"'"
    })
    void staysWhateverElseChanges(String part, String other) {
        assertThat(id(RECORD.replace(part, other))).isEqualTo(id(RECORD));
        assertThat(contentHash(RECORD.replace(part, other))).isNotEqualTo(contentHash(RECORD));
    }

    @Test
    void keepsNeighbouringPartsApart() {
        var left = RECORD.replace("Ledger", "ab").replace("Contoso", "c");
        var right = RECORD.replace("Ledger", "a").replace("Contoso", "bc");

        assertThat(id(left)).isNotEqualTo(id(right));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name", "EventID", "EventRecordID", "Channel", "SystemTime", "Computer"})
    void isThatOfTheBytesWhereAPartIsMissing(String part) {
        var record = RECORD.replace('"' + part + '"', "\"Without\"");

        assertThat(id(record)).isEqualTo(contentHash(record));
        assertThat(id(record.replace("\"x\"", "\"y\""))).isNotEqualTo(id(record));
    }

    @Test
    void isTheSameAloneAndInAnArray() {
        var alone = event(RECORD.replace("Desk", "")).identity();
        var decoded = Records.decode(" [ " + RECORD.replace("Desk", "") + " ] ");

        assertThat(decoded.events().get(0).identity()).isEqualTo(alone);
        assertThat(event(" " + RECORD.replace("Desk", "") + "\r\n").identity()).isEqualTo(alone);
    }

    @Test
    void usesTheTextOfTheFieldThatGaveTheTime() {
        var flat = Records.FLAT;

        assertThat(id(flat.replace("05:06:10.250Z", "05:06:11.250Z")))
                .as("stamped by another collector")
                .isEqualTo(id(flat));
        assertThat(id(flat.replace("00:06:07", "00:06:08"))).isNotEqualTo(id(flat));
    }

    private static String id(String record) {
        return event(record).identity().id();
    }

    private static String contentHash(String record) {
        return event(record).identity().contentHash();
    }
}
