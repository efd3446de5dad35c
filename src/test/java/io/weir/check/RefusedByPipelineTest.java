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

/** What refers to a rule that a pipeline refuses is refused, too, and never means another rule in its stead. */
class RefusedByPipelineTest {

    private static final String REFUSED = "11111111-1111-4111-8111-111111111111";
    private static final String IN_FORCE = "22222222-2222-4222-8222-222222222222";

    private static final String RULES = """
            title: Refused
            id: %s
            name: start
            logsource: {product: windows, category: process_creation}
            detection: {s: {Image: a}, condition: s}
            ---
            title: In Force
            id: %s
            name: %s
            logsource: {product: windows, category: network_connection}
            detection: {s: {Image: b}, condition: s}
            ---
            title: Often
            correlation: {type: event_count, rules: [%s], group-by: [Computer], timespan: 1m, condition: {gte: 3}}
            """;

    private static final String PIPELINE = """
            name: No Starts
            priority: 10
            transformations:
              - type: rule_failure
                message: nothing that starts
                rule_conditions: [{type: logsource, category: process_creation}]
            """;

    @ParameterizedTest
    @ValueSource(strings = {REFUSED, "start"})
    void aCorrelationIsToldThatTheRuleWasRefused(String reference) {
        var loaded = load(RULES.formatted(REFUSED, IN_FORCE, "connection", reference));

        assertThat(loaded.inForce()).isEqualTo(1);
        assertThat(loaded.problems())
                .extracting(Problem::render)
                .anySatisfy(letter -> assertThat(letter)
                        .contains("the rule that it refers to was refused: Refused", "[refused-reference]"));
    }

    @Test
    void aNameThatARefusedRuleHasTooStandsForNoRule() {
        var loaded = load(RULES.formatted(REFUSED, IN_FORCE, "start", "start"));

        assertThat(loaded.rules().correlations()).isEmpty();
        assertThat(loaded.problems())
                .extracting(Problem::render)
                .anySatisfy(letter -> assertThat(letter)
                        .contains("several rules have the name 'start': In Force", "Refused", "[ambiguous-reference]"));
    }

    private static LoadedRules load(String rules) {
        var pipelines = LoadedPipelines.of(List.of(file("p.yml", PIPELINE)));
        assertThat(pipelines.problems()).isEmpty();
        return LoadedRules.of(List.of(file("r.yml", rules)), pipelines, RuleSet.DEFAULT_STAGES);
    }

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(UTF_8));
    }
}
