package io.weir.job;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.alert.AlertReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/alerts.md says that there is in alerts, in incidents and in their headers is what there is. */
class AlertsDocumentTest {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void allKeysAreDocumentedInTheirOrder() throws Exception {
        try (var chain = OperatorChain.start(1, Backend.HEAP)) {
            chain.observe(List.of(
                            start("e1", 100, "p1", "p0").by("u").matching(A).event()))
                    .end();

            assertThat(keys(chain.standing().get(0))).isEqualTo(documented("# Alerts, schema version 1"));
            assertThat(keys(chain.standingIncidents().get(0))).isEqualTo(documented("## Incidents"));
        }
    }

    @Test
    void allHeadersAreDocumented() throws IOException {
        var change = new AlertChange("a", "{}", 1, true, 2, "81c2");

        assertThat(documented("## A changelog"))
                .containsExactlyInAnyOrderElementsOf(
                        ChangeRecords.ofAlert(change).headers().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ChangeRecords.ofIncident(change).headers().keySet());
    }

    private static List<String> keys(String body) throws IOException {
        var keys = new ArrayList<String>();
        AlertReader.body(body).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The names in the first column of the first table behind that heading. */
    private static List<String> documented(String heading) throws IOException {
        return Files.readAllLines(Path.of("docs/alerts.md")).stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(line -> NAME.matcher(line.split("\\|", 3)[1]).results())
                .map((MatchResult name) -> name.group(1))
                .toList();
    }
}
