package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchCommandTest {

    private static final String RULES = """
            title: An expand
            id: aaaaaaaa-0000-0000-0000-000000000001
            level: low
            logsource: {category: process_creation, product: windows}
            detection: {s: {Image|endswith: \\expand.exe}, condition: s}
            ---
            title: Any process
            id: bbbbbbbb-0000-0000-0000-000000000002
            logsource: {service: sysmon, product: windows}
            detection: {s: {Image: '*'}, condition: s}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void rulesAreThere() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), RULES);
    }

    private static String event(String image) {
        return "{\"EventID\":1,\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"Hostname\":\"WS-7\",\"Image\":\""
                + image + "\"," + "\"TimeCreated\":\"2026-03-04T05:06:07Z\"}";
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(OutputStream output, String... args) {
        return WeirCommand.run(new Streams(output, new PrintStream(err, true, UTF_8)), args);
    }

    private int match(String events, String... more) {
        var args = new ArrayList<>(
                List.of("match", "--rules", folder.resolve("rules.yml").toString(), "--events", events));
        args.addAll(List.of(more));
        return run(out, args.toArray(String[]::new));
    }

    private String err() {
        return err.toString(UTF_8).replace(folder.toString(), "DIR");
    }

    private String out() {
        return out.toString(UTF_8).replace(folder.toString(), "DIR");
    }

    @Test
    void writesALineOfJsonForEachEventThatMatched() throws IOException {
        var events = file(
                "e.ndjson",
                event("C:\\\\a.exe") + "\n\n{\"EventID\":1,\"Channel\":\"System\"}\r\n" + event("C:\\\\EXPAND.exe"));
        assertThat(match(events, "--format", "jsonl")).isZero();
        assertThat(out()).isEqualTo("""
                {"file":"DIR/e.ndjson","line":1,"rules":["bbbbbbbb-0000-0000-0000-000000000002"]}
                {"file":"DIR/e.ndjson","line":4,"rules":["aaaaaaaa-0000-0000-0000-000000000001","bbbbbbbb-0000-0000-0000-000000000002"]}
                """);
        assertThat(err()).isEqualTo("weir: 2 rules in force\nweir: events: 3, matched: 2\n");
    }

    @Test
    void writesALineForEachEventOfAnArray() throws IOException {
        var events = file("e.ndjson", "[" + event("a") + "," + event("b") + "]\n");
        assertThat(match(events, "--format", "jsonl")).isZero();
        assertThat(out().lines()).hasSize(2).allMatch(line -> line.contains("\"line\":1,"));
    }

    @Test
    void namesFilesAsTheUserDid() throws IOException {
        file("e.ndjson", event("a"));
        assertThat(match(folder + "/.//e.ndjson", "--format=jsonl")).isZero();
        assertThat(out()).startsWith("{\"file\":\"DIR/.//e.ndjson\",");
    }

    @Test
    void tellsPeopleWhatMatchedAndWhy() throws IOException {
        var events = file("e.ndjson", event("C:\\\\x\\u001b[2J\\\\expand.exe"));
        assertThat(match(events)).isZero();
        assertThat(out()).isEqualTo("""
                2026-03-04T05:06:07Z  ws-7  DIR/e.ndjson:1
                  low            An expand (aaaaaaaa-0000-0000-0000-000000000001)
                                   Image|endswith '\\expand.exe' in C:\\x\\u001b[2J\\expand.exe
                  unstated       Any process (bbbbbbbb-0000-0000-0000-000000000002)
                                   Image '*' in C:\\x\\u001b[2J\\expand.exe
                """);
    }

    @Test
    void readsCompressedFiles() throws IOException {
        var packed = folder.resolve("e.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write((event("a") + "\n").getBytes(UTF_8));
        }
        assertThat(match(packed.toString(), "--format", "jsonl")).isZero();
        assertThat(out().lines()).hasSize(1);
    }

    @Test
    void saysWhereACompressedFileIsCutOff() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write((event("a") + "\n").repeat(9).getBytes(UTF_8));
        }
        var packed =
                Files.write(folder.resolve("e.gz"), java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));
        assertThat(match(packed.toString())).isEqualTo(2);
        assertThat(err())
                .startsWith("weir: 2 rules in force\nweir: --events: DIR/e.gz can't be read: ")
                .hasLineCount(2);
    }

    @Test
    void readsPrettyPrintedEvents() throws IOException {
        var pretty = event("a").replace("{", "{\n  ").replace(",", ",\n  ").replace("}", "\n}\n");
        var events = file("e.json", pretty + pretty);
        assertThat(match(events, "--format", "jsonl")).isZero();
        assertThat(out().lines().map(line -> line.replaceAll(".*\"line\":(\\d+).*", "$1")))
                .containsExactly("1", "8");
    }

    @Test
    void goesOnAfterRecordsThatCanNotBeRead() throws IOException {
        var events = file("e.ndjson", "{\n\"EventID\": 1,\n" + "nonsense\n".repeat(7) + "{\n}\n" + event("a") + "\n");
        assertThat(match(events, "--format", "jsonl")).isZero();
        assertThat(out()).contains("\"line\":12,").hasLineCount(1);
        assertThat(err()).contains("weir: DIR/e.ndjson:1: ").contains("weir: records that can't be read: 2\n");
    }

    @Test
    void showsTheFirstRecordsOnlyThatCanNotBeRead() throws IOException {
        assertThat(match(file("e.ndjson", "nonsense\n".repeat(1000)))).isZero();
        assertThat(err()).hasLineCount(8).contains("weir: records that can't be read: 1000, the first 5 are above\n");
    }

    @Test
    void passesByALineThatIsTooLong() throws IOException {
        var events = file("e.ndjson", "{\"A\":\"" + "x".repeat(5 << 20) + "\"}\n" + event("a"));
        assertThat(match(events, "--format", "jsonl")).isZero();
        assertThat(out()).contains("\"line\":2,");
        assertThat(err()).contains("weir: DIR/e.ndjson:1: at most 4194304 bytes a line are read, found 5242888\n");
    }

    @Test
    void showsWhyRulesAreRefusedAndGoesOn() throws IOException {
        var more = file(
                "more.yml",
                RULES.replace("-0000-0000-", "-1111-1111-").replace("endswith: \\expand.exe", "re: 'a(?=b)'"));
        var events = file("e.ndjson", event("a"));
        assertThat(run(out, "match", "--rules", more, "--events", events)).isZero();
        assertThat(err()).isEqualTo("""
                DIR/more.yml:5:27: error: regular expression can't be run: invalid or unsupported Perl syntax: '(?=' [unsupported-regex]
                  | detection: {s: {Image|re: 'a(?=b)'}, condition: s}
                  | ..........................^
                  rule      An expand (aaaaaaaa-1111-1111-0000-000000000001)
                  expected  an expression that runs in linear time
                  fix       take the look-around out; what must not be there goes to a selection of its own: 'selection and not filter'
                weir: 1 rule in force, 1 refused
                weir: events: 1, matched: 1
                """);
    }

    @Test
    void takesRulesThroughPipelines() throws IOException {
        var pipeline = file("p.yml", "transformations: [{type: field_name_mapping, mapping: {Image: exe}}]\n");
        var events = file("e.ndjson", event("C:\\\\expand.exe").replace("Image", "exe"));

        assertThat(match(events, "--pipeline", pipeline)).isZero();
        assertThat(out()).contains("exe|endswith '\\expand.exe' in C:\\expand.exe");
    }

    @Test
    void fillsPlaceholders() throws IOException {
        var rules = file(
                "placeholder.yml", RULES.replace("Image|endswith: \\expand.exe", "Image|endswith|expand: '%tools%'"));
        var pipeline =
                file("p.yml", "vars: {tools: [a.exe, expand.exe]}\ntransformations: [{type: value_placeholders}]\n");
        var events = file("e.ndjson", event("C:\\\\expand.exe"));

        assertThat(run(out, "match", "--rules", rules, "--events", events, "--pipeline", pipeline, "--format", "jsonl"))
                .isZero();
        assertThat(out()).contains("aaaaaaaa-0000-0000-0000-000000000001");
        assertThat(err()).startsWith("weir: 2 rules in force\n");
    }

    @Test
    void refusesToStartWithAPipelineThatCantBeUsed() throws IOException {
        var pipeline = file("p.yml", "transformations: [{type: query_expression_placeholders}]\n");

        assertThat(match(file("e.ndjson", ""), "--pipeline", "windows-audit", "--pipeline", pipeline))
                .isEqualTo(2);
        assertThat(err()).isEqualTo("""
                DIR/p.yml:1:26: error: transformation 'query_expression_placeholders' can't be honoured: it writes parts of queries, and Weir writes none [unsupported]
                  | transformations: [{type: query_expression_placeholders}]
                  | .........................^
                  expected  value_placeholders or wildcard_placeholders
                weir: --pipeline: DIR/p.yml can't be used
                """);
        assertThat(out()).isEmpty();
    }

    @Test
    void listsThePipelinesThatThereAreWhereOneIsNot() throws IOException {
        assertThat(match(file("e.ndjson", ""), "--pipeline", "windows-audits")).isEqualTo(2);
        assertThat(err())
                .isEqualTo(
                        "weir: --pipeline: no file 'windows-audits', and no bundled pipeline of that name; there is windows-audit\n");
    }

    @Test
    void aFolderIsNoPipeline() throws IOException {
        assertThat(match(file("e.ndjson", ""), "--pipeline", folder.toString())).isEqualTo(2);
        assertThat(err()).isEqualTo("weir: --pipeline: DIR is a folder; name the files in it\n");
    }

    @Test
    void tellsOfRulesThatAPipelineRefusesWithTheirLines() throws IOException {
        var pipeline = file("p.yml", """
                transformations:
                  - type: detection_item_failure
                    message: no images here
                    rule_conditions: [{type: logsource, service: sysmon}]
                """);

        assertThat(match(file("e.ndjson", ""), "--pipeline", pipeline)).isZero();
        assertThat(err()).startsWith("""
                DIR/rules.yml:10:17: error: no images here (detection_item_failure, DIR/p.yml:2) [invalid-pipeline]
                  | detection: {s: {Image: '*'}, condition: s}
                  | ................^
                  rule      Any process (bbbbbbbb-0000-0000-0000-000000000002)
                weir: 1 rule in force, 1 refused
                """);
    }

    @Test
    void tellsOfWhatAPipelineWroteWithTheLineOfThePipeline() throws IOException {
        var pipeline = file("p.yml", "transformations:\n  - {type: change_logsource, product: macos}\n");

        assertThat(match(file("e.ndjson", ""), "--pipeline", pipeline)).isEqualTo(2);
        assertThat(err()).startsWith("""
                DIR/p.yml:2:5: error: no events of product 'macos': the rule would never match [unknown-log-source]
                  |   - {type: change_logsource, product: macos}
                  | ....^
                  rule      An expand (aaaaaaaa-0000-0000-0000-000000000001)
                """);
    }

    @Test
    void namesTheBundledPipelinesInItsHelp() {
        assertThat(run(out, "match", "--help")).isZero();
        assertThat(out().replaceAll("\\s+", " "))
                .contains("--pipeline=NAME|FILE")
                .contains("a bundled one (windows-audit)");
    }

    @Test
    void endsAtARefusedRuleWhereAsked() throws IOException {
        var more = file("more.yml", RULES.replace("product: windows", "product: linux"));
        var events = file("e.ndjson", event("a"));
        assertThat(match(events, "--strict", "--rules", more)).isEqualTo(2);
        assertThat(out()).isEmpty();
    }

    @Test
    void endsWhereNoRuleIsInForce() throws IOException {
        var more = file("more.yml", RULES.replace("product: windows", "product: linux"));
        assertThat(run(out, "match", "--rules", more, "--events", file("e.ndjson", "")))
                .isEqualTo(2);
        assertThat(err()).endsWith("weir: 0 rules in force, 2 refused\nweir: --rules: no rule is in force\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "match",
                "match --rules DIR/rules.yml",
                "match --rules DIR/rules.yml --events DIR/nothing",
                "match --rules DIR/rules.yml --events DIR",
                "match --rules DIR/nothing --events DIR/rules.yml",
                "match --rules DIR/empty --events DIR/rules.yml",
                "match --rules DIR/rules.yml --events DIR/rules.yml --format xml",
                "match --rules DIR/rules.yml --events DIR/rules.yml --fromat text",
            })
    void saysInOneLineWhatIsWrongWithTheUsage(String command) throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        var args = command.isEmpty()
                ? new String[0]
                : command.replace("DIR", folder.toString()).split(" ");
        assertThat(run(out, args)).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("weir: ").hasLineCount(1).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "match --help", "--version"})
    void helps(String command) {
        assertThat(run(out, command.split(" "))).isZero();
        assertThat(out()).isNotEmpty();
        assertThat(err()).isEmpty();
    }

    @Test
    void endsQuietlyWhereNobodyReadsOn() throws IOException {
        var events = file("e.ndjson", (event("a") + "\n").repeat(5_000));
        assertThat(run(
                        failing("Broken pipe"),
                        "match",
                        "--rules",
                        folder.resolve("rules.yml").toString(),
                        "--events",
                        events))
                .isZero();
        assertThat(err()).isEqualTo("weir: 2 rules in force\n");
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException {
        var events = file("e.ndjson", event("a"));
        assertThat(run(
                        failing("No space left on device"),
                        "match",
                        "--rules",
                        folder.resolve("rules.yml").toString(),
                        "--events",
                        events))
                .isEqualTo(2);
        assertThat(err()).endsWith("weir: the output can't be written: No space left on device\n");
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void isOfTheProjectsVersion() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>weir</artifactId>\n  <version>" + WeirCommand.VERSION + "</version>");
    }
}
