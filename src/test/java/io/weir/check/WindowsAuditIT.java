package io.weir.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.Corpus;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The bundled pipeline windows-audit on real events of hosts that have both Sysmon and Windows' auditing. */
class WindowsAuditIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventDecoder DECODER = EventDecoder.standard();

    private static final List<String> STREAMS = List.of(
            "streams/full/cmd_mshta_javascript_getobject_sct_2020-10-2202214475.ndjson.gz",
            "streams/full/empire_launcher_sct_regsvr32_2020-07-21232741.ndjson.gz",
            "streams/full/rdp_interactive_taskmanager_lsass_dump_2020-09-22043748.ndjson.gz");

    private static RuleSet rules(Path path, LoadedPipelines pipelines) throws IOException {
        return LoadedRules.read(List.of(path), pipelines, RuleSet.DEFAULT_STAGES)
                .rules();
    }

    private static LoadedPipelines windowsAudit() throws IOException {
        return LoadedPipelines.read(List.of("windows-audit"));
    }

    @Test
    void externalConnectionsOfTheFilteringPlatformAreExternalConnections() throws IOException {
        var rule = Path.of("rules/net_connection_win_external.yml");
        var on = rules(rule, windowsAudit());
        var off = rules(rule, LoadedPipelines.NONE);
        int found = 0;
        for (var stream : STREAMS) {
            for (var line : lines(stream)) {
                if (isAudit(line, 5156)) {
                    assertThat(matching(on, line)).as(line.toString()).isEqualTo(isOutwards(line) ? 1 : 0);
                    assertThat(matching(off, line)).isZero();
                    found += isOutwards(line) ? 1 : 0;
                }
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    /** Said again in other words than the rule has. */
    private static boolean isOutwards(JsonNode event) throws IOException {
        var address = InetAddress.getByName(event.get("DestAddress").asText());
        return event.get("Direction").asText().equals("%%14593")
                && !address.isSiteLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isAnyLocalAddress()
                && !event.get("DestAddress").asText().startsWith("255.");
    }

    @Test
    void everyRuleFindsWhatItFoundAndMoreInWindowsAuditingAlone() throws IOException {
        var on = rules(Corpus.file("sigma/rules/windows"), windowsAudit());
        var off = rules(Corpus.file("sigma/rules/windows"), LoadedPipelines.NONE);
        assertThat(on.detections()).hasSameSizeAs(off.detections());
        int more = 0;
        for (var line : lines(STREAMS.get(1))) {
            var before = ids(off, line);
            var after = ids(on, line);
            if (isAudit(line, 4688, 4689, 4657, 4663, 5156)) {
                more += after.size() - before.size();
            } else {
                assertThat(after).as(line.toString()).isEqualTo(before);
            }
        }
        assertThat(more).isPositive();
    }

    private static boolean isAudit(JsonNode event, int... ids) {
        return event.path("Channel").asText().equalsIgnoreCase("Security")
                && Arrays.stream(ids).anyMatch(id -> event.path("EventID").asInt() == id);
    }

    private static int matching(RuleSet rules, JsonNode event) {
        return ids(rules, event).size();
    }

    private static Set<String> ids(RuleSet rules, JsonNode event) {
        var decoded = DECODER.decode(event.toString().getBytes(StandardCharsets.UTF_8), Stamp.NONE);
        var ids = new TreeSet<String>();
        decoded.events()
                .forEach(one -> rules.matching(one).stream()
                        .map(DetectionRule::header)
                        .forEach(header -> ids.add(header.id())));
        return ids;
    }

    private static List<JsonNode> lines(String stream) throws IOException {
        try (var lines = Corpus.gzip(stream)) {
            var read = new ArrayList<JsonNode>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(JSON.readTree(line));
            }
            return read;
        }
    }
}
