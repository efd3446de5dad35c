package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorpusParseTest {

    private static final Path SIGMA = Path.of(
                    Optional.ofNullable(System.getenv("WEIR_CORPUS")).orElse("../shared/corpus"))
            .resolve("sigma");

    @BeforeEach
    void theCorpusIsThere() {
        assumeThat(SIGMA).as("the corpus, by WEIR_CORPUS or beside the project").exists();
    }

    @Test
    void refusesOfAllWindowsRulesOnlyThoseWithPlaceholders() throws IOException {
        var parsed = parsed("rules", "rules-emerging-threats", "rules-threat-hunting", "rules-placeholder");
        assertThat(parsed.rules()).hasSize(2872 - 16);
        assertThat(parsed.problems()).allMatch(problem -> problem.found().contains("('expand') need a pipeline"));
        assertThat(parsed.problems().stream()
                        .map(problem -> problem.position().file())
                        .distinct())
                .hasSize(16);
    }

    @Test
    void refusesTwoOfTheThreeFoldersThatShip() throws IOException {
        var parsed = parsed("rules", "rules-emerging-threats", "rules-threat-hunting");
        assertThat(parsed.rules()).hasSize(2856);
        assertThat(parsed.problems().stream().map(Problem::rule).distinct()).hasSize(2);
    }

    @Test
    void givesEveryRuleAHashOfItsOwn() throws IOException {
        var rules = parsed("rules").rules();
        assertThat(rules.stream().map(SigmaRule::header).map(header -> header.hash()))
                .doesNotHaveDuplicates();
    }

    private static ParsedRules parsed(String... folders) throws IOException {
        var files =
                RuleParser.read(List.of(folders).stream().map(SIGMA::resolve).toList());
        assertThat(files).allMatch(file -> Files.exists(Path.of(file.name())));
        return RuleParser.parse(files);
    }
}
