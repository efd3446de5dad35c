package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class CorpusParseTest {

    private static final Path SIGMA = Path.of(
                    Optional.ofNullable(System.getenv("WEIR_CORPUS")).orElse("../shared/corpus"))
            .resolve("sigma");

    private ParsedRules parsed = RuleParser.parse(List.of());

    @BeforeAll
    void parse() throws IOException {
        assumeThat(SIGMA).as("the corpus, by WEIR_CORPUS or beside the project").exists();
        var folders = Stream.of("rules", "rules-emerging-threats", "rules-threat-hunting", "rules-placeholder");
        parsed = RuleParser.parse(RuleParser.read(folders.map(SIGMA::resolve).toList()));
    }

    @Test
    void readsAllWindowsRules() {
        assertThat(parsed.rules()).hasSize(2872);
        assertThat(parsed.problems()).isEmpty();
    }

    @Test
    void givesEveryRuleAHashOfItsOwn() {
        assertThat(parsed.rules().stream().map(SigmaRule::header).map(header -> header.hash()))
                .doesNotHaveDuplicates();
    }
}
