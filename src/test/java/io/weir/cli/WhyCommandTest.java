package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhyCommandTest {

    private static final String EXPAND = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final String RULES = """
            title: An expand
            id: aaaaaaaa-0000-0000-0000-000000000001
            name: expand
            level: low
            logsource: {category: process_creation, product: windows}
            detection:
              selection: {Image|endswith: \\expand.exe, CommandLine|contains: '-F:'}
              filter: {User: [SYSTEM, installer]}
              condition: selection and not filter
            ---
            title: Outside
            id: aaaaaaaa-0000-0000-0000-000000000002
            name: outside
            logsource: {category: network_connection, product: windows}
            detection: {s: {DestinationPort: 443}, condition: s}
            ---
            title: Both
            id: aaaaaaaa-0000-0000-0000-000000000003
            name: both
            correlation:
              type: temporal_ordered
              rules: [expand, outside]
              group-by: [User]
              timespan: 1m
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void rulesAreThere() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), RULES);
    }

    private static String started(String time, String image, String command, String user) {
        return """
                {"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Hostname":"ws-7","TimeCreated":"2026-03-04T%sZ",\
                "Image":"%s","CommandLine":"%s","User":"%s"}""".formatted(time, image, command, user);
    }

    private static String connected(String time, String more) {
        return """
                {"EventID":3,"Channel":"Microsoft-Windows-Sysmon/Operational","Hostname":"ws-7","TimeCreated":"2026-03-04T%sZ",\
                "DestinationPort":443%s}""".formatted(time, more);
    }

    private int why(String... args) {
        var all = new ArrayList<>(List.of("why"));
        all.addAll(List.of(args));
        return WeirCommand.run(new Streams(out, new PrintStream(err, true, UTF_8)), all.toArray(String[]::new));
    }

    private String said(String rule, String... events) throws IOException {
        var file = Files.writeString(folder.resolve("e.ndjson"), String.join("\n", events));
        out.reset();
        assertThat(why(rule, "--rules", folder.resolve("rules.yml").toString(), "--events", file.toString()))
                .as("%s", err.toString(UTF_8))
                .isZero();
        return out.toString(UTF_8).replace(folder.toString(), "DIR");
    }

    @Test
    void ofADetectionTellsWhatFittedAndWhatWasMissingClosestFirst() throws IOException {
        assertThat(said(
                        "expand",
                        started("05:06:01", "C:\\\\expand.exe", "expand -F:* a", "u"),
                        started("05:06:02", "C:\\\\notepad.exe", "notepad", "u"),
                        started("05:06:03", "C:\\\\expand.exe", "expand -F:* a", "SYSTEM"),
                        connected("05:06:04", "")))
                .isEqualTo("""
                        An expand (aaaaaaaa-0000-0000-0000-000000000001): matches 1 event
                          of its log source: 3 events; of others: 1 (most: Microsoft-Windows-Sysmon/Operational 3 ×1)
                          2026-03-04T05:06:01Z  ws-7  DIR/e.ndjson:1  matches
                            + Image|endswith '\\expand.exe' in C:\\expand.exe
                            + CommandLine|contains '-F:' in expand -F:* a
                          2026-03-04T05:06:03Z  ws-7  DIR/e.ndjson:3  does not match
                            - all of these, and not all hold
                              + selection
                              - not filter, and it holds
                                + User 'SYSTEM' in SYSTEM
                          2026-03-04T05:06:02Z  ws-7  DIR/e.ndjson:2  does not match
                            - all of these, and not all hold
                              - selection: all of these, and not all hold
                                - Image|endswith wants '\\expand.exe'; found C:\\notepad.exe
                                - CommandLine|contains wants '-F:'; found notepad
                              + not filter
                        """);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, ''", "1, 1, '  … and 1 more alert'"})
    void ofACorrelationTellsAsManyAlertsAsTheLimitSays(String limit, int told, String rest) throws IOException {
        var events = Files.writeString(
                folder.resolve("e.ndjson"),
                String.join(
                        "\n",
                        started("05:06:00", "C:\\\\expand.exe", "expand -F:* a", "u"),
                        connected("05:06:10", ",\"User\":\"u\""),
                        started("05:06:00", "C:\\\\expand.exe", "expand -F:* a", "v"),
                        connected("05:06:10", ",\"User\":\"v\"")));

        why("both", "--rules", folder.resolve("rules.yml").toString(), "--events", events.toString(), "--limit", limit);

        var lines = out.toString(UTF_8).lines().toList();
        assertThat(lines.get(0)).endsWith("matches, 2 alerts");
        assertThat(lines).filteredOn(line -> line.startsWith("      alert ")).hasSize(told);
        assertThat(lines.get(lines.size() - 1)).matches(rest.isEmpty() ? "      alert .*" : rest);
    }

    @Test
    void ofACorrelationTellsByHowMuchItCameTooLateAndWhatIsAbsent() throws IOException {
        assertThat(said(
                        "both",
                        started("05:06:00", "C:\\\\expand.exe", "expand -F:* a", "u"),
                        connected("05:07:12", ",\"User\":\"u\",\"DestinationIp\":\"192.0.2.1\""),
                        connected("05:06:30", "")))
                .isEqualTo("""
                        Both (aaaaaaaa-0000-0000-0000-000000000003): does not match
                                1  An expand
                                2  Outside
                          User u
                            too late: 12 s after the timespan of 1 min
                              2026-03-04T05:06:00Z  ws-7  An expand  expand -F:* a
                              2026-03-04T05:07:12Z  ws-7  Outside  192.0.2.1
                          1 match of 'Outside': the group-by field User is absent
                              such as 2026-03-04T05:06:30Z  ws-7  Outside
                        """);
    }

    @Test
    void whereARuleNeverMatchedTellsWhyThatOneDidNot() throws IOException {
        assertThat(said("both", started("05:06:00", "C:\\\\expand.exe", "expand -F:* a", "u")))
                .isEqualTo("""
                        Both (aaaaaaaa-0000-0000-0000-000000000003): does not match
                                1  An expand
                                0  Outside
                          User u
                            no match of 'Outside' (1 of 2 rules)
                              2026-03-04T05:06:00Z  ws-7  An expand  expand -F:* a
                          Outside (aaaaaaaa-0000-0000-0000-000000000002): does not match
                            of its log source: 0 events; of others: 1 (most: Microsoft-Windows-Sysmon/Operational 1 ×1)
                        """);
    }

    @Test
    void whereItMatchesTellsTheAlert() throws IOException {
        assertThat(said(
                        "both",
                        started("05:06:00", "C:\\\\expand.exe", "expand -F:* a", "u"),
                        connected("05:06:12", ",\"User\":\"u\"")))
                .startsWith("Both (aaaaaaaa-0000-0000-0000-000000000003): matches, 1 alert\n")
                .contains("  2026-03-04T05:06:12Z  ws-7  UNSTATED  Both\n");
    }

    @Test
    void aFieldThatIsAbsentAndAPatternThatIsNearAreNamed() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), """
                title: Any
                logsource: {category: process_creation, product: windows}
                detection: {s: {Image: ['*\\a.exe', '*\\expand.exe'], Company: x, CommandLine|exists: false}, condition: s}
                """);

        assertThat(said("any", started("05:06:00", "C:\\\\expand2.exe", "", "u")))
                .contains("- Image wants '*\\a.exe', '*\\expand.exe'; found C:\\expand2.exe; nearest '*\\expand.exe'\n")
                .contains("- Company wants 'x'; the event has no field Company\n")
                .contains("- CommandLine|exists wants 'false'; found an empty text\n");
    }

    @Test
    void liveWhatCameTooLateIsLate() throws IOException {
        var file = Files.writeString(
                folder.resolve("e.ndjson"),
                connected("15:00:00", "") + "\n" + started("05:06:00", "C:\\\\expand.exe", "expand -F:* a", "u"));
        var rules = folder.resolve("rules.yml").toString();

        assertThat(why("both", "--rules", rules, "--events", file.toString(), "--live", "--lateness", "9h"))
                .isZero();

        assertThat(out.toString(UTF_8))
                .contains("1 match of 'An expand': late, by 51 min 30 s or more beyond --lateness\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPAND, "AAAAAAAA-0000-0000-0000-000000000001", "expand", "An Expand"})
    void aRuleIsNamedByItsIdItsNameOrItsTitle(String rule) throws IOException {
        assertThat(said(rule, started("05:06:01", "C:\\\\expand.exe", "", "u")))
                .startsWith("An expand (aaaaaaaa-0000-0000-0000-000000000001): does not match\n");
    }

    @Test
    void aFileOfSeveralRulesStandsForItsOneCorrelation() throws IOException {
        var events = Files.writeString(folder.resolve("e.ndjson"), connected("05:06:00", ""));

        assertThat(why(folder.resolve("rules.yml").toString(), "--events", events.toString()))
                .isZero();

        assertThat(out.toString(UTF_8)).startsWith("Both (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            nobody;  no rule in force has the id, the name or the title 'nobody'
            '';      no rule in force has the id, the name or the title ''
            """)
    void aRuleThatIsNotThereIsAnError(String rule, String message) throws IOException {
        var events = Files.writeString(folder.resolve("e.ndjson"), "");
        var rules = folder.resolve("rules.yml").toString();

        assertThat(why(rule, "--rules", rules, "--events", events.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("weir: " + message + "\n");
    }

    @Test
    void withoutAFileOrRulesThereIsNowhereToLook() throws IOException {
        var events = Files.writeString(folder.resolve("e.ndjson"), "");

        assertThat(why("expand", "--events", events.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("no file expand; where is the rule of that id, name or title? Say so with --rules\n");
    }
}
