package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Level;
import io.weir.rule.Position;
import io.weir.rule.RuleHeader;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleHeaderTest {

    private static final String BODY = """
            logsource:
                product: windows
            detection:
                selection:
                    A: x
                condition: selection
            """;

    @Test
    void readsAllThatARuleSaysOfItself() {
        var header = header("""
                # a comment above the rule
                title: Certutil Download
                id: 19B08B1C-861D-4E75-A1EF-EA0C1BAF202B
                name: certutil_download
                status: experimental
                description: |
                    Two
                    lines.
                author: Jörg
                references:
                    - https://example.org/a
                tags: [attack.t1105, custom]
                falsepositives: Unlikely
                fields: [CommandLine]
                date: 2024-02-30
                level: high
                score: 5
                """ + BODY);
        assertThat(header.id()).isEqualTo("19b08b1c-861d-4e75-a1ef-ea0c1baf202b");
        assertThat(header.name()).isEqualTo("certutil_download");
        assertThat(header.title()).isEqualTo("Certutil Download");
        assertThat(header.status()).isEqualTo("experimental");
        assertThat(header.description()).isEqualTo("Two\nlines.\n");
        assertThat(header.author()).isEqualTo("Jörg");
        assertThat(header.references()).containsExactly("https://example.org/a");
        assertThat(header.tags()).containsExactly("attack.t1105", "custom");
        assertThat(header.falsePositives()).containsExactly("Unlikely");
        assertThat(header.fields()).containsExactly("CommandLine");
        assertThat(header.level()).isEqualTo(Level.HIGH);
        assertThat(header.position()).isEqualTo(new Position(Rules.FILE, 2, 1));
    }

    @Test
    void leavesEmptyWhatARuleDoesNotSay() {
        var header = header("title: T\nlevel:\ntags:\n" + BODY);
        assertThat(header.level()).isEqualTo(Level.UNSTATED);
        assertThat(header.status()).isEmpty();
        assertThat(header.tags()).isEmpty();
        assertThat(header.name()).isEmpty();
    }

    @Test
    void makesTheIdOfARuleWithoutOneFromItsContent() {
        var id = header("title: T\n" + BODY).id();
        assertThat(UUID.fromString(id).toString()).isEqualTo(id);
        assertThat(header("# moved\n\n---\ntitle: 'T'\n" + BODY).id()).isEqualTo(id);
        assertThat(header("title: U\n" + BODY).id()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# comment\ntitle: T # another\n\n",
                "---\ntitle: T\n",
                "\"title\": 'T'\n",
                "title:\n    \"\\x54\"\n",
                "title: &anchor T\n",
            })
    void givesOneHashToDocumentsThatSayTheSame(String start) {
        assertThat(header(start + BODY).hash())
                .isEqualTo(header("title: T\n" + BODY).hash())
                .matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: t\n",
                "title: T\nlevel: low\n",
                "title: T\ncustom: ''\n",
                "title: T\ncustom: {}\n",
                "title: T\ncustom: []\n",
                "title: T\ncustom: [[]]\n",
                "custom: ''\ntitle: T\n",
                "title: T\ncustom: 1\n",
                "title: T\ncustom: '1'\n",
            })
    void givesAnotherHashToADocumentThatSaysAnythingElse(String start) {
        var others = List.of(
                "title: T\n",
                "title: t\n",
                "title: T\nlevel: low\n",
                "title: T\ncustom: ''\n",
                "title: T\ncustom: {}\n",
                "title: T\ncustom: []\n",
                "title: T\ncustom: [[]]\n",
                "custom: ''\ntitle: T\n",
                "title: T\ncustom: 1\n",
                "title: T\ncustom: '1'\n");
        var hash = header(start + BODY).hash();
        assertThat(others.stream()
                        .filter(other -> !other.equals(start))
                        .map(other -> header(other + BODY).hash()))
                .doesNotContain(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-rule", "123", "ÄÖ", "2024-01-01", "a.b:c"})
    void takesAnyVisibleIdInLowerCase(String id) {
        assertThat(header("title: T\nid: " + id + "\n" + BODY).id()).isEqualTo(id.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'a b'", "\"a\\tb\"", "\"a\\u200eb\"", "[a]"})
    void refusesIdsThatArePartlyInvisible(String id) {
        assertThat(Rules.letters("title: T\nid: " + id + "\n" + BODY))
                .contains(":2:")
                .contains("expected  a UUID");
        assertThat(Rules.letters("title: T\nid: " + "x".repeat(129) + "\n" + BODY))
                .contains("1 to 128 visible");
    }

    @Test
    void refusesATitleThatIsTooLong() {
        assertThat(header("title: " + "x".repeat(256) + "\n" + BODY).title()).hasSize(256);
        assertThat(Rules.letters("title: " + "x".repeat(257) + "\n" + BODY)).contains("a title of 257 characters");
        assertThat(Rules.letters("title: " + "😀".repeat(257) + "\n" + BODY)).contains("a title of 257 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'  '"})
    void refusesATitleThatSaysNothing(String title) {
        assertThat(Rules.letters("title: " + title + "\n" + BODY)).contains("an empty title [empty-value]");
    }

    private static RuleHeader header(String text) {
        return Rules.only(text).header();
    }
}
