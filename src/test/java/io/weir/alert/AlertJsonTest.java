package io.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.event.Stamp;
import io.weir.match.MatchedField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u4e2d", "\u0001", "\ud83d"})
    void noBodyIsLargerThanATopicTakes(String letter) throws IOException {
        var large = large(letter.repeat(8_192), 100, 64);

        var body = AlertJson.body(large);

        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(AlertJson.LARGEST);
        var told = new ObjectMapper().readTree(body);
        assertThat(told.path("events")).hasSize(100);
        assertThat(told.path("matched")).hasSizeGreaterThanOrEqualTo(100);
        assertThat(told.path("lineage")).isNotEmpty();
        assertThat(AlertJson.body(large)).isEqualTo(body);
    }

    @Test
    void whatIsALittleTooLargeLosesALittle() throws IOException {
        var body = AlertJson.body(large("x".repeat(8_192), 2, 64));

        var told = new ObjectMapper().readTree(body);
        assertThat(told.path("matched")).hasSize(128);
        assertThat(told.path("matched").get(0).path("value").asText()).isEqualTo("x".repeat(2_048) + "…");
    }

    /** An alert of so many events, each with its own lineage and so many reasons. */
    private static Alert large(String value, int events, int reasons) {
        var shown = new ArrayList<AlertEvent>();
        var lineage = new ArrayList<Lineage>();
        var matched = new ArrayList<AlertReason>();
        for (int i = 0; i < events; i++) {
            var id = "event" + i;
            shown.add(new AlertEvent(id, Stamp.ofMillis(1_000), Map.of("CommandLine", value)));
            var process = new Lineage.Ancestor("guid" + i, "7", "a.exe", value, "u", "");
            lineage.add(new Lineage("guid" + i, Collections.nCopies(16, process), Lineage.End.BOUND));
            matched.addAll(Collections.nCopies(
                    reasons,
                    new AlertReason(
                            id, "rule", "Title", new MatchedField("s", "CommandLine", "contains", "p", value))));
        }
        return new Alert(
                "id",
                new AlertRule("rule", "Title", "high", List.of()),
                "ws-1",
                Stamp.ofMillis(1_000),
                Stamp.ofMillis(1_000),
                Map.of("CommandLine", value),
                "",
                shown,
                lineage,
                matched);
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
