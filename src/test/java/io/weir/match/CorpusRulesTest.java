package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Corpus;
import io.weir.rule.Problem;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every rule of the corpus can be put in force, if it needs no pipeline. */
class CorpusRulesTest {

    @Test
    void allAreInForceButThoseThatNeedPlaceholders() throws IOException {
        var parsed = Corpus.rules("rules", "rules-emerging-threats", "rules-threat-hunting", "rules-placeholder");
        var rules = RuleSet.compile(parsed.rules());
        assertThat(parsed.problems()).isEmpty();
        assertThat(rules.detections()).hasSize(2872 - 16);
        assertThat(rules.problems())
                .extracting(Problem::found)
                .allSatisfy(found -> assertThat(found).matches("placeholder '%.+%' is not filled"));
        assertThat(rules.problems().stream().map(Problem::rule).distinct()).hasSize(16);
    }
}
