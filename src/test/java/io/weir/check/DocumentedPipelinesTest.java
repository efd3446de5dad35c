package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/pipelines.md shows does what it says there. */
class DocumentedPipelinesTest {

    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static String snippet(String title) throws IOException {
        return SNIPPET.matcher(Files.readString(Path.of("docs/pipelines.md")))
                .results()
                .map(found -> found.group(1))
                .filter(text -> text.contains(title))
                .findFirst()
                .orElseThrow();
    }

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(UTF_8));
    }

    private static LoadedRules load(String rule, String pipeline) {
        var pipelines = LoadedPipelines.of(List.of(file("p.yml", pipeline)));
        assertThat(pipelines.letters()).isEmpty();
        return LoadedRules.of(List.of(file("r.yml", rule)), pipelines, RuleSet.DEFAULT_STAGES);
    }

    private static boolean matches(LoadedRules rules, String event) {
        assertThat(rules.letters(9)).isEmpty();
        var decoded = EventDecoder.standard().decode(event.getBytes(UTF_8), Stamp.NONE);
        return !rules.rules().matching(decoded.events().get(0)).isEmpty();
    }

    private static String rule(String logSource, String selection) {
        return "title: T\nlogsource: {%s}\ndetection: {s: {%s}, condition: s}\n".formatted(logSource, selection);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Image|endswith: \\x.exe; \"proc_path\":\"C:\\\\x.exe\"; true",
                "Image|endswith: \\x.exe; \"Image\":\"C:\\\\x.exe\"; false",
                "User: ann; \"proc_user\":\"ann\"; true",
                "User: ann; \"session_user\":\"Ann\"; true",
                "User: ann; \"User\":\"ann\"; false",
                "Company: a; \"win_Company\":\"a\"; true",
                "User|expand: '%service_accounts%'; \"proc_user\":\"CORP\\\\svc-backup\"; true",
                "User|expand: '%service_accounts%'; \"proc_user\":\"CORP\\\\ann\"; false",
            })
    void onesOwnNamesOfFields(String selection, String field, boolean expected) throws IOException {
        var loaded = load(rule("product: windows, category: process_creation", selection), snippet("Our collector"));
        var event = "{\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"EventID\":1," + field + "}";

        assertThat(matches(loaded, event)).isEqualTo(expected);
    }

    @Test
    void rulesThatCouldNeverMatchAreRefused() throws IOException {
        var loaded = load(rule("product: windows, category: clipboard_capture", "A: b"), snippet("Our collector"));

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found())
                        .startsWith("our collector drops clipboard events (rule_failure, p.yml:"));
    }

    @Test
    void aLogSourceThatWeirDoesNotKnow() throws IOException {
        var loaded =
                load(rule("product: acme, category: door", "User: CORP\\ann, Door: 7"), snippet("Door controllers"));

        assertThat(
                        matches(
                                loaded,
                                "{\"Channel\":\"Acme-Doors/Operational\",\"EventID\":8,\"Domain\":\"CORP\",\"Account\":\"ann\",\"DoorId\":7}"))
                .isTrue();
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({"CORP\\ann, true", "CORP\\svc-rollout, false"})
    void aFilter(String user, boolean expected) throws IOException {
        var rules = rule("product: windows, category: process_creation", "Image: x") + "name: proc_creation_any\n---\n"
                + rule("product: windows, category: process_creation", "Image: y")
                + "id: 0f6da907-5854-4be6-859a-e9958747b0aa\n---\n" + snippet("software distribution");
        var event = "{\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"EventID\":1,\"Image\":\"x\","
                + "\"ParentImage\":\"C:\\\\distribution\\\\agent.exe\",\"User\":\"" + user.replace("\\", "\\\\")
                + "\"}";

        assertThat(matches(load(rules, "transformations: []\n"), event)).isEqualTo(expected);
    }
}
