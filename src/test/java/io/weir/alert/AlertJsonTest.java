package io.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.event.Stamp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertJsonTest {

    private static final String WHOLE = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 900, 999, 1_000, 1_001, 3_999, 4_000, 7_500, 7_990, 8_000, 8_001, 20_000})
    void writesAnyTextAsItIs(int length) throws IOException {
        var text = "C:\\Temp\\".repeat(3) + "x".repeat(length) + ("\u00e4\u4e2d" + WHOLE + "\"").repeat(50);

        var body = AlertJson.body(alert(text));

        assertThat(shown(body)).isEqualTo(text);
        assertThat(body).contains("\u00e4\u4e2d" + WHOLE + "\\\"").doesNotContain("\\u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void halfASurrogatePairIsAnEscape(String text) throws IOException {
        var body = AlertJson.body(alert(text));

        assertThat(shown(body)).isEqualTo(text);
        assertThat(body).matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 7_000, 9_000, 30_000})
    void aLineHasTheBodyAsItIs(int length) {
        var body = AlertJson.body(alert("C:\\" + WHOLE + "x".repeat(length)));

        assertThat(AlertJson.line(AlertJson.KEY, new AlertChange("id", body, 1, false), Map.of("schema", "1")))
                .isEqualTo("{\"id\":\"id\",\"alert\":" + body + ",\"meta\":{\"schema\":\"1\"}}");
    }

    @Test
    void eachTimeIsWrittenAsItIsAndNoneAsNull() throws IOException {
        var early = Stamp.ofMillis(1_000);
        var late = Stamp.ofMillis(2_000);

        var body = AlertJson.body(alert(early, late, List.of(early, late, Stamp.NONE, late, early)));

        assertThat(new ObjectMapper().readTree(body).findValuesAsText("time"))
                .containsExactly(early.iso(), late.iso(), "null", late.iso(), early.iso());
        assertThat(new ObjectMapper().readTree(body).path("first").asText()).isEqualTo(early.iso());
        assertThat(new ObjectMapper().readTree(body).path("last").asText()).isEqualTo(late.iso());
    }

    private static Alert alert(Stamp first, Stamp last, List<Stamp> events) {
        return new Alert(
                "id",
                new AlertRule("rule", "Title", "high", List.of()),
                "ws-1",
                first,
                last,
                Map.of(),
                "",
                events.stream()
                        .map(time -> new AlertEvent("event", time, Map.of()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Alert alert(String text) {
        return new Alert(
                "id",
                new AlertRule("rule", "Title", "high", List.of()),
                "ws-1",
                Stamp.ofMillis(0),
                Stamp.ofMillis(0),
                Map.of(),
                "",
                List.of(new AlertEvent("event", Stamp.ofMillis(0), Map.of("CommandLine", text))),
                List.of(),
                List.of());
    }

    private static String shown(String body) throws IOException {
        return new ObjectMapper()
                .readTree(body)
                .at("/events/0/fields/CommandLine")
                .asText();
    }
}
