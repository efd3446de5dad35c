package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.parse.RuleFile;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter's condition says what still matches; who writes there what is to be left out has a rule that never matches. */
class FilterLeavesNothingTest {

    private static final String RULE = """
            title: Certutil
            id: 5d1a7f0e-6b0c-4a55-9d0f-3f0b7f2a9c01
            logsource: {product: windows, category: process_creation}
            detection:
              selection: {Image|endswith: '\\certutil.exe'}
              condition: selection
            """;

    private static final String FILTER = """
            title: Known
            logsource: {product: windows, category: process_creation}
            filter:
              rules: [5d1a7f0e-6b0c-4a55-9d0f-3f0b7f2a9c01]
              known: {%s}
              condition: %s
            """;

    @Test
    void isToldWhereTheRuleAsksForSomethingElse() {
        assertThat(neverMatches(FILTER.formatted("Image|endswith: '\\updater.exe'", "known")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.position().file()).isEqualTo("rule.yml");
                    assertThat(problem.position().line()).isEqualTo(6);
                    assertThat(problem.found())
                            .isEqualTo("no event matches what filters and pipelines make of the rule:"
                                    + " 'Image' can't be both '\\certutil.exe' and '\\updater.exe'");
                });
    }

    @Test
    void isToldWhereTheFilterTakesOutAllThatTheRuleAsksFor() {
        assertThat(neverMatches(FILTER.formatted("Image|endswith: '.exe'", "not known")))
                .extracting(Problem::found)
                .containsExactly("no event matches what filters and pipelines make of the rule:"
                        + " what one part asks for, another excludes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User: a", "Image|endswith: '\\updater.exe'"})
    void isNotToldOfAFilterThatLeavesSomething(String known) {
        assertThat(neverMatches(FILTER.formatted(known, "not known"))).isEmpty();
    }

    private static List<Problem> neverMatches(String filter) {
        var files = List.of(file("rule.yml", RULE), file("filter.yml", filter));
        return CheckedRules.of(files, LoadedPipelines.NONE, Set.of()).problems().stream()
                .filter(problem -> problem.code() == ProblemCode.NEVER_MATCHES)
                .toList();
    }

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(UTF_8));
    }
}
