package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.rule.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    private static final String CLEAN = """
            title: An Expand
            id: aaaaaaaa-0000-0000-0000-000000000001
            status: test
            description: Detects that expand runs.
            author: A. N. Other
            date: 2026-11-01
            logsource: {category: process_creation, product: windows}
            detection: {s: {Image|endswith: \\expand.exe}, condition: s}
            level: low
            """;
    private static final String NOTE =
            CLEAN.replace("author: A. N. Other\n", "").replace("0001", "0002");
    private static final String WARNING = CLEAN.replace("level: low\n", "").replace("0001", "0003");
    private static final String ERROR = CLEAN.replace("endswith", "endwith").replace("0001", "0004");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int check(String rule, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("proc_creation_win_r.yml"), rule);
        var args = new ArrayList<>(List.of("check", file.toString()));
        args.addAll(List.of(options));
        return WeirCommand.run(new Streams(out, new PrintStream(err, true, UTF_8)), args.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    @Test
    void aCleanRuleHasNothingToBeTold() throws IOException {
        assertThat(check(CLEAN)).isZero();
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).isEqualTo("weir: 1 rule in force; 0 errors, 0 warnings, 0 notes\n");
    }

    @Test
    void anErrorMakesTheExitCodeOneAndIsToldWhole() throws IOException {
        assertThat(check(ERROR)).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains(
                        "proc_creation_win_r.yml:8:23: error: unknown modifier 'endwith' [unknown-modifier]\n",
                        "  | detection: {s: {Image|endwith: \\expand.exe}, condition: s}\n",
                        "  expected  a modifier of Sigma 2.1\n",
                        "  fix       write Image|endswith\n");
    }

    @Test
    void theExitCodeGoesByWhatTheUserCallsGrave() throws IOException {
        assertThat(check(WARNING)).isZero();
        assertThat(check(WARNING, "--fail-on", "warning")).isEqualTo(1);
        assertThat(check(NOTE, "--fail-on", "warning")).isZero();
        assertThat(check(NOTE, "--fail-on", "note")).isEqualTo(1);
    }

    @Test
    void whatIsDisabledIsNotTold() throws IOException {
        assertThat(check(NOTE, "--disable", "no-author", "--fail-on", "note")).isZero();
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-modifier", "no-such-code"})
    void neitherAnErrorNorAWordThatIsNoCodeCanBeDisabled(String code) throws IOException {
        assertThat(check(CLEAN, "--disable", code)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("'" + code + "' is no code of a warning or a note");
    }

    @Test
    void aCommentSilencesItsFile() throws IOException {
        assertThat(check("# weir: ignore no-author\n" + NOTE, "--fail-on", "note"))
                .isZero();
        assertThat(check("# weir: ignore unknown-modifier\n" + ERROR)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# weir: ignore title-case, no-author",
                "# weir: ignore  title-case,no-author  ",
                "#weir:ignore\tno-author\r",
                "\uFEFF# weir: ignore no-author"
            })
    void aCommentSilencesHoweverItsCodesAreDivided(String comment) throws IOException {
        assertThat(check(comment + "\n" + NOTE, "--fail-on", "note")).isZero();
    }

    @Test
    void aCommentOfWordsThatAreNoCodesIsToldWordByWord() throws IOException {
        assertThat(check("# weir: ignore no-author, \uD83D\uDE00 Title-Case\n" + NOTE, "--fail-on", "note"))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains(":1:29: note: there is no problem 'Title-Case' to ignore");
    }

    @Test
    void filtersAreLookedAtAsRulesAre() throws IOException {
        var filter = """
                ---
                title: A Filter
                id: 11111111-2222-4333-8444-555555555555
                logsource: {product: windows, category: process_creation}
                filter:
                    rules: any
                    selection: {Usr: x}
                    other: {User: y}
                    condition: not selection
                """;

        assertThat(check(CLEAN + filter, "--fail-on", "warning")).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains("warning: events of category process_creation have no field 'Usr' [field-never-there]")
                .contains("warning: the selection 'other' is in no condition [unused-selection]");
    }

    @Test
    void aCommentThatNamesNoCodeIsTold() throws IOException {
        assertThat(check(CLEAN + "# weir: ignore no-author no-autor\n", "--fail-on", "note"))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("note: there is no problem 'no-autor' to ignore [unknown-code]");
    }

    @Test
    void programsReadJson() throws IOException {
        check(ERROR, "--format", "json");
        assertThat(json().get("refused").asInt()).isEqualTo(1);
        assertThat(json().get("in_force").asInt()).isZero();
        var problem = json().get("problems").get(0);
        assertThat(problem.get("line").asInt()).isEqualTo(8);
        assertThat(problem.get("column").asInt()).isEqualTo(23);
        assertThat(problem.get("severity").asText()).isEqualTo("error");
        assertThat(problem.get("code").asText()).isEqualTo("unknown-modifier");
        assertThat(problem.get("fix").asText()).isEqualTo("write Image|endswith");
    }

    @Test
    void codeHostsReadSarif() throws IOException {
        check(ERROR + "---\n" + NOTE, "--format", "sarif");
        assertThat(json().get("version").asText()).isEqualTo("2.1.0");
        var run = json().get("runs").get(0);
        var rules = run.get("tool").get("driver").get("rules");
        assertThat(rules).hasSize(ProblemCode.values().length);
        assertThat(run.get("results")).hasSize(2);
        for (var result : run.get("results")) {
            var rule = rules.get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            var place = result.get("locations").get(0).get("physicalLocation");
            assertThat(place.get("artifactLocation").get("uri").asText()).startsWith("file:///");
            assertThat(place.get("region").get("startLine").asInt()).isPositive();
        }
        assertThat(run.get("results").get(0).get("message").get("text").asText())
                .contains("unknown modifier 'endwith'; expected: ", "; fix: write Image|endswith");
    }

    @Test
    void oneHostileFileHidesNoOther() throws IOException {
        Files.writeString(folder.resolve("deep.yml"), "a: " + "[".repeat(10_000));
        Files.writeString(folder.resolve("bomb.yml"), bomb());
        Files.write(folder.resolve("huge.yml"), new byte[100 << 20]);
        Files.write(folder.resolve("latin.yml"), new byte[] {'a', ':', ' ', (byte) 0xF6});
        Files.writeString(folder.resolve("proc_creation_win_r.yml"), CLEAN);
        int code = WeirCommand.run(
                new Streams(out, new PrintStream(err, true, UTF_8)), "check", "--format", "json", folder.toString());
        assertThat(code).isEqualTo(1);
        assertThat(json().get("in_force").asInt()).isEqualTo(1);
        assertThat(json().get("refused").asInt()).isEqualTo(4);
        assertThat(json().get("problems").findValuesAsText("code"))
                .contains("too-large", "wrong-encoding")
                .hasSize(4);
    }

    private static String bomb() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append(String.format("a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1));
        }
        return bomb.toString();
    }

    @Test
    @Timeout(5)
    void aControlCharacterOfARuleDoesNotReachTheTerminal() throws IOException {
        check(ERROR.replace("An Expand", "\"\\e[31mred\""));
        assertThat(out.toString(UTF_8)).doesNotContain("\u001b");
    }
}
