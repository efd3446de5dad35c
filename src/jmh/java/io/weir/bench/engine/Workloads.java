package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weir.event.EventDecoder;
import io.weir.event.FieldValue;
import io.weir.event.Stamp;
import io.weir.job.UserError;
import io.weir.match.EventLogSources;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the workloads of telemetry and rules: what is hard is chosen from it, or made of it.
 *
 * @param folder where their files go
 * @param events the telemetry, each different line once
 * @param rules in force
 */
record Workloads(Path folder, List<byte[]> events, List<DetectionRule> rules) {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int MADE = 10_000;
    private static final int LONG_MADE = 1_000;
    private static final int SCRIPT = 32 << 10;

    /** Literals as long as that have a gram. */
    private static final int SHORTEST_LITERAL = 5;

    private static final int LONGEST_WORD = 40;

    private static final String SOME_SCRIPT = """
            param([string]$ComputerName = $env:COMPUTERNAME, [switch]$Force) begin { $ErrorActionPreference = 'Stop' } process {
            foreach ($item in Get-ChildItem -Path $HOME\\Documents -Recurse | Where-Object { $_.Length -gt 1MB }) {
            Write-Output ("{0,-40} {1:N0}" -f $item.FullName, $item.Length); if (-not (Test-Path $target)) { New-Item -ItemType
            Directory $target | Out-Null } Copy-Item $item.FullName -Destination $target -Force:$Force } } end { return $true }
            """;

    private static final String SCRIPT_BLOCK = """
            {"Channel":"Microsoft-Windows-PowerShell/Operational","EventID":4104,"Hostname":"h","EventRecordID":1,\
            "MessageNumber":"1","MessageTotal":"1","ScriptBlockText":"","ScriptBlockId":"0","Path":""}""";

    /** All of them; of hostile command lines, and of keywords, only where rules look for such. */
    List<Workload> all() throws IOException {
        var processes = processCreations();
        if (processes.isEmpty()) {
            throw new UserError("--events: there is no process creation among them, which most cases are made of");
        }
        var one = List.of(RuleChoice.ALL);
        var both = List.of(RuleChoice.ALL, RuleChoice.MANY);
        var workloads = new ArrayList<>(List.of(
                workload("all events", events, both),
                workload("process creations", processes, both),
                workload("new command lines", Edits.newCommandLines().of(processes, MADE, PLAIN), one),
                workload("script blocks of 32 KB", scriptBlocks(), one),
                workload("beyond ASCII", beyondAscii(processes), one)));
        var literals = RuleTexts.literals(rules, "CommandLine", SHORTEST_LITERAL);
        if (!literals.isEmpty()) {
            workloads.add(
                    workload("hostile command lines", Edits.hostile(literals).of(processes, LONG_MADE, PLAIN), one));
        }
        if (!RuleChoice.KEYWORDS.of(rules).isEmpty()) {
            workloads.add(workload("all events, keyword rules", events, List.of(RuleChoice.KEYWORDS)));
        }
        return workloads;
    }

    private Workload workload(String name, List<byte[]> lines, List<RuleChoice> choices) throws IOException {
        var file = folder.resolve(name.replace(' ', '-').replace(",", "") + ".ndjson");
        return new Workload(name, EventLines.write(file, lines), choices);
    }

    private List<byte[]> processCreations() {
        var sources = new EventLogSources(rules);
        var decoder = EventDecoder.standard();
        return events.stream()
                .filter(line -> line[0] == '{')
                .filter(line -> decoder.decode(line, Stamp.NONE).events().stream()
                        .anyMatch(event -> sources.category(event).equals("process_creation")))
                .toList();
    }

    private List<byte[]> scriptBlocks() {
        return Edits.scriptBlocks(SCRIPT, words()).of(List.of(SCRIPT_BLOCK.getBytes(UTF_8)), LONG_MADE, PLAIN);
    }

    /** The words of the scripts in the telemetry, and a few others. */
    private List<String> words() {
        var decoder = EventDecoder.standard();
        var scripts = events.stream()
                .flatMap(line -> decoder.decode(line, Stamp.NONE).events().stream())
                .flatMap(event -> event.field("ScriptBlockText").stream())
                .map(value -> value instanceof FieldValue.Text text ? text.text() : "");
        return Stream.concat(scripts, Stream.of(SOME_SCRIPT))
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .filter(word -> !word.isEmpty() && word.length() < LONGEST_WORD)
                .distinct()
                .sorted()
                .toList();
    }

    /** One half as UTF-8, the other in JSON's escapes. */
    private static List<byte[]> beyondAscii(List<byte[]> processes) {
        var edit = Edits.beyondAscii();
        var lines = edit.of(processes, MADE / 2, PLAIN);
        lines.addAll(edit.of(processes, MADE / 2, ESCAPED));
        return lines;
    }
}
