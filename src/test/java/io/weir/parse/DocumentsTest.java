package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    private static final String A = rule("a");
    private static final String B = rule("b");
    private static final String C = rule("c");

    @Test
    void readsEveryDocumentOfAFile() {
        assertThat(ids(A + "---\n" + B + "---\n" + C)).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n%s---\n%s",
                "%%YAML 1.1\n---\n%s---\n%s---\n",
                "# comment\n---\n# another\n%s...\n---\n%s...\n",
                "---\n---\n%s--- # third\n%s---\n# empty\n---\n",
                "%s...\n%s",
                "\uFEFF%s---\n%s",
            })
    void passesByDocumentsThatHoldNothing(String frame) {
        assertThat(ids(String.format(frame, A, B))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void readsAnyLineEnds(String end) {
        var text = (A + "---\n" + B + "level: nope\n").replace("\n", end);
        assertThat(ids(text)).containsExactly("a");
        assertThat(Rules.parse(text).problems().get(0).position().line()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: 'never closed\n",
                "title: [\n",
                "\ttab: x\n",
                "title: \"\\q\"\n",
                "title: a\u0000b\n",
                "- just a list\n",
                "title: *nothing\n",
                "a: {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\n",
            })
    void leavesTheOtherDocumentsAloneWhenOneIsBroken(String broken) {
        var text = A + "---\n" + broken + "---\n" + C;
        assertThat(ids(text)).containsExactly("a", "c");
        assertThat(Rules.parse(text).problems())
                .hasSize(1)
                .allMatch(problem ->
                        problem.position().line() >= 9 && problem.position().line() <= 10);
    }

    @Test
    void doesNotTakeDashesInsideTextForANewDocument() {
        var text = A.replace("title: a", "title: a\ndescription: |\n    ---\n    ...\n    --- x");
        assertThat(ids(text)).containsExactly("a");
    }

    @Test
    void tellsTheLineOfTheFileNotOfTheDocument() {
        var letters = Rules.letters(A + "---\n" + B.replace("x: 1", "x|nope: 1"));
        assertThat(letters)
                .startsWith(
                        "rules/t.yml:14:11: error: unknown modifier 'nope' [unknown-modifier]\n  |         x|nope: 1\n");
    }

    @Test
    void keepsTheFirstOfTwoRulesWithOneId() {
        var parsed = RuleParser.parse(List.of(
                Rules.file("b.yml", A),
                Rules.file("a.yml", B + "---\n" + A.replace("id: a", "id: A")),
                Rules.file("c.yml", C)));
        assertThat(parsed.rules().stream().map(rule -> rule.header().position().file()))
                .containsExactly("b.yml", "a.yml", "c.yml");
        assertThat(parsed.problems().stream().map(Problem::render)).containsExactly("""
                a.yml:10:5: error: id 'a' is taken already [duplicate-id]
                  | id: A
                  | ....^
                  rule      a (A)
                  expected  an id of its own; b.yml:2 has this one
                  fix       write a new UUID
                """);
    }

    @Test
    void letsARuleTakeTheIdOfOneThatIsRefused() {
        assertThat(ids(A.replace("x: 1", "x|nope: 1") + "---\n" + A)).containsExactly("a");
    }

    @Test
    void sortsProblemsByPlace() {
        var bad = A + "level: nope\nstatus: nope\n";
        var parsed = RuleParser.parse(Stream.of("z.yml", "b.yml", "c.yml")
                .map(name -> Rules.file(name, bad))
                .toList());
        assertThat(parsed.problems()).hasSize(6).isSorted();
    }

    private static List<String> ids(String text) {
        return Rules.parse(text).rules().stream()
                .map(SigmaRule::header)
                .map(header -> header.id())
                .toList();
    }

    private static String rule(String id) {
        return "title: " + id + "\nid: " + id
                + "\nlogsource: {product: windows}\ndetection:\n    selection:\n        x: 1\n    condition: selection\n";
    }
}
