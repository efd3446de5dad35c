package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.match.EventLogSources;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatEventsTest {

    @Test
    void aNestedRecordIsFlatAndSaysItsLogSource() throws IOException {
        var flat = flat("""
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":1,"EventRecordID":7,"Computer":"h",\
                "Channel":"Microsoft-Windows-Sysmon/Operational"},"EventData":{"Image":"C:\\\\a.exe","ProcessId":12}}}""");

        assertThat(flat.get("Image").textValue()).isEqualTo("C:\\a.exe");
        assertThat(flat.get("ProcessId").isNumber()).isTrue();
        assertThat(logSource(flat)).containsExactly("windows", "sysmon", "process_creation");
    }

    @Test
    void aProcessCreationOfTheSecurityLogHasTheNamesOfRules() throws IOException {
        var flat = flat("""
                {"Channel":"Security","EventID":4688,"Hostname":"h","NewProcessName":"C:\\\\a.exe","ParentProcessName":"C:\\\\b.exe"}""");

        assertThat(flat.get("Image").textValue()).isEqualTo("C:\\a.exe");
        assertThat(flat.get("ParentImage").textValue()).isEqualTo("C:\\b.exe");
        assertThat(logSource(flat)).containsExactly("windows", "security", "process_creation");
    }

    @Test
    void whatIsOfNoLogSourceSaysSo() throws IOException {
        var flat = flat("{\"Channel\":\"Mine\",\"EventID\":5,\"Hostname\":\"h\"}");

        assertThat(logSource(flat)).containsExactly("windows", EventLogSources.OTHER, EventLogSources.OTHER);
    }

    private static JsonNode flat(String record) throws IOException {
        var lines = new FlatEvents(new EventLogSources(List.of())).of(List.of(record.getBytes(UTF_8)));
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.get(0));
    }

    private static List<String> logSource(JsonNode flat) {
        return List.of(
                flat.get("product").textValue(),
                flat.get("service").textValue(),
                flat.get("category").textValue());
    }
}
