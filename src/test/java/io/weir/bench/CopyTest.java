package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.source.RecordedLines.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTest {

    private static final String LINE = """
            {"Hostname":"WS-7.corp.example","Time":"2020-03-01T00:36:43.128Z","UtcTime":"2020-02-29 23:59:59.999",\
            "Message":"from\\tWS-7\\r\\nby WS-7$ on WS-77, not XWS-7, 2020-02-29"}""";

    @Test
    void theFirstIsTheTelemetryItself() {
        assertThat(copied(0)).isEqualTo(LINE);
    }

    @Test
    void itsHostHasAnotherNameAndAllItsTimesAreEarlier() {
        assertThat(copied(2)).isEqualTo("""
                        {"Hostname":"WS-7-2.corp.example","Time":"2020-02-29T22:36:43.128Z","UtcTime":"2020-02-29 21:59:59.999",\
                        "Message":"from\\tWS-7-2\\r\\nby WS-7-2$ on WS-77, not XWS-7, 2020-02-29"}""");
        assertThat(new Copy(2).host("ws-7.corp.example")).isEqualTo("ws-7-2.corp.example");
        assertThat(new Copy(2).time(7_200_000_001L)).isEqualTo(1);
    }

    @Test
    void whatNamesNoHostOrHasNoTimeStaysSo() {
        var line = "{\"a\":\"2020-13\"}";

        assertThat(new String(new Copy(3).of(recorded(line, "", Long.MIN_VALUE)), UTF_8))
                .isEqualTo(line);
        assertThat(new Copy(3).host("")).isEmpty();
        assertThat(new Copy(3).time(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void copiesComeInTheOrderOfTime() throws Exception {
        long hour = 3_600_000_000L;
        var hosts = new ArrayList<String>();

        new Copies(2, List.of(recorded("{}", "a", 10 * hour), recorded("{}", "b", 11 * hour + 1)))
                .all((host, line) -> hosts.add(host));

        assertThat(hosts).containsExactly("a-1", "a", "b-1", "b");
    }

    private static String copied(int number) {
        return new String(new Copy(number).of(recorded(LINE, "ws-7.corp.example", 0)), UTF_8);
    }

    private static Recorded recorded(String line, String host, long time) {
        return new Recorded(line.getBytes(UTF_8), host, time);
    }
}
