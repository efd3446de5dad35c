package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Corpus;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every rule of the corpus that the parser can read can be put in force. */
class CorpusRulesTest {

    @Test
    void allAreInForceButThoseThatNeedPlaceholders() throws IOException {
        var parsed = Corpus.rules("rules", "rules-emerging-threats", "rules-threat-hunting", "rules-placeholder");
        var rules = RuleSet.compile(parsed.rules());
        assertThat(rules.problems()).isEmpty();
        assertThat(rules.detections()).hasSize(2872 - 16);
        assertThat(parsed.problems().stream()
                        .map(problem -> problem.position().file())
                        .distinct())
                .hasSize(16);
    }
}
