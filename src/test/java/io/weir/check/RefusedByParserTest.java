package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.rule.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refers to a rule that can't be read is told so, not that there is no such rule. */
class RefusedByParserTest {

    private static final String REFUSED = "11111111-1111-4111-8111-11111111111a";

    private static final String RULE = """
            title: Refused
            id: %s
            name: start
            logsource: {product: windows, category: process_creation}
            detection: {s: {Image|startwith: a}, condition: s}
            """.formatted(REFUSED);

    private static final String OFTEN = """
            title: Often
            correlation: {type: event_count, rules: [%s], group-by: [Computer], timespan: 1m, condition: {gte: 3}}
            """;

    private static final String FILTER = """
            title: Known
            logsource: {product: windows, category: process_creation}
            filter: {rules: [%s], known: {User: a}, condition: not known}
            """;

    @ParameterizedTest
    @ValueSource(strings = {REFUSED, "11111111-1111-4111-8111-11111111111A", "start"})
    void aCorrelationIsToldThatTheRuleWasRefused(String reference) {
        assertThat(letters(file("a.yml", OFTEN.formatted(reference)), file("r.yml", RULE)))
                .anySatisfy(letter -> assertThat(letter)
                        .contains("the rule that it refers to was refused: Refused", "[refused-reference]"))
                .noneSatisfy(letter -> assertThat(letter).contains("[missing-rule]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {REFUSED, "11111111-1111-4111-8111-11111111111A", "start"})
    void aFilterIsToldThatTheRuleWasRefused(String reference) {
        assertThat(letters(file("f.yml", FILTER.formatted(reference)), file("r.yml", RULE)))
                .anySatisfy(letter -> assertThat(letter)
                        .contains("the rule that it is for was refused: Refused", "[refused-reference]"))
                .noneSatisfy(letter -> assertThat(letter).contains("[missing-rule]"));
    }

    @Test
    void aRuleWithoutANameIsMeantByNoEmptyReference() {
        assertThat(letters(file("f.yml", FILTER.formatted("''")), file("r.yml", RULE.replace("name: start\n", ""))))
                .noneSatisfy(letter -> assertThat(letter).contains("[refused-reference]"));
    }

    private static List<String> letters(RuleFile... files) {
        return LoadedRules.of(List.of(files), LoadedPipelines.NONE, RuleSet.DEFAULT_STAGES).problems().stream()
                .map(Problem::render)
                .toList();
    }

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(UTF_8));
    }
}
