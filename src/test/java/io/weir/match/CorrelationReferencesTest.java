package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Condition;
import io.weir.rule.CorrelationCondition.Extended;
import io.weir.rule.CorrelationRule;
import io.weir.rule.Problem;
import io.weir.rule.RuleReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever a correlation names rules, it has their ids once it is in force. */
class CorrelationReferencesTest {

    private static final String A = "aaaaaaaa-0000-4000-8000-00000000000a";
    private static final String B = "bbbbbbbb-0000-4000-8000-00000000000b";
    private static final String C = "cccccccc-0000-4000-8000-00000000000c";

    /** Detections a, b and c; they end with line 17. */
    private static final String DETECTIONS = detection("a", A) + detection("b", B) + detection("c", C);

    private static String detection(String name, String id) {
        return "---\ntitle: T%1$s\nid: %2$s\nname: %1$s\nlogsource: {product: windows}\ndetection: {s: {F: 1}, condition: s}\n"
                .formatted(name, id);
    }

    private static RuleSet compile(String correlation) {
        return Rules.resolve(
                DETECTIONS + "---\ntitle: X\nid: x\ncorrelation: {timespan: 5m, " + correlation + "}\n", 3);
    }

    private static CorrelationRule only(String correlation) {
        var rules = compile(correlation);
        assertThat(Rules.letters(rules)).isEmpty();
        return rules.correlations().get(0);
    }

    @Test
    void putsIdsForNamesIntoSteps() {
        var rule = only("type: event_count, rules: [b, " + A.toUpperCase(Locale.ROOT) + "], condition: {gte: 2}");
        assertThat(rule.steps()).extracting(RuleReference::rule).containsExactly(B, A);
    }

    @ParameterizedTest
    @CsvSource({"'a, b'", "'" + A + ", b'", "'a, BBBBBBBB-0000-4000-8000-00000000000B'"})
    void putsIdsForNamesIntoExpressionsHoweverTheRuleIsListed(String listed) {
        var rule = only("type: temporal, rules: [" + listed + "], condition: (a or " + B + ") and not b or a");
        var a = new Condition.Named(A);
        var b = new Condition.Named(B);
        assertThat(rule.condition())
                .isEqualTo(new Extended(new Condition.AnyOf(List.of(
                        new Condition.AllOf(List.of(new Condition.AnyOf(List.of(a, b)), new Condition.Not(b))), a))));
    }

    @Test
    void putsIdsForNamesIntoStepsThatTheExpressionGives() {
        var rule = only("type: temporal_ordered, condition: c and not a");
        assertThat(rule.steps()).extracting(RuleReference::rule).containsExactly(C, A);
    }

    @Test
    void putsIdsForNamesIntoAliasesHoweverTheRuleIsListed() {
        var rule = only(
                "type: temporal, rules: [" + A + ", b], group-by: [ip, Port], aliases: {ip: {a: Src, " + B + ": Dst}}");
        assertThat(rule.aliases()).isEqualTo(Map.of("ip", Map.of(A, "Src", B, "Dst")));
        assertThat(rule.fieldOf(A, "ip")).isEqualTo("Src");
        assertThat(rule.fieldOf(B, "ip")).isEqualTo("Dst");
        assertThat(rule.fieldOf(B, "Port")).isEqualTo("Port");
    }

    @Test
    void takesAnIdForItsRuleThoughAnotherRuleHasItAsAName() {
        var rules = Rules.resolve(
                DETECTIONS + detection(A, "d") + "---\ntitle: X\ncorrelation: {timespan: 5m, type: temporal, rules: ["
                        + A + "]}\n",
                3);
        assertThat(rules.correlations().get(0).steps())
                .extracting(RuleReference::rule)
                .containsExactly(A);
    }

    @Test
    void letsOnlyAnOrderHaveARuleTwice() {
        assertThat(only("type: temporal_ordered, rules: [a, b, a]").steps())
                .extracting(RuleReference::rule)
                .containsExactly(A, B, A);
        assertThat(Rules.letters(compile("type: temporal, rules: [a, b, " + A + "]")))
                .isEqualTo("""
                rules.yml:22:59: error: the rule 'aaaaaaaa-0000-4000-8000-00000000000a' a second time [invalid-reference]
                  rule      X (x)
                  expected  each rule once: only temporal_ordered can ask for one twice
                """);
    }

    @Test
    void tellsOfAReferenceThatMeansNothingOnceThoughItStandsInThreePlaces() {
        assertThat(
                        Rules.letters(
                                compile(
                                        "type: temporal, rules: [a, d], group-by: ip, aliases: {ip: {a: S, d: D}}, condition: a and d")))
                .isEqualTo("""
                        rules.yml:22:56: error: no rule has the id or the name 'd' [missing-rule]
                          rule      X (x)
                          expected  the id or the name of a rule that is loaded, too, and not refused
                        """);
    }

    @Test
    void refusesExpressionsOverOtherRulesThanItsOwn() {
        assertThat(Rules.letters(compile("type: temporal, rules: [a, b], condition: a and c or e")))
                .isEqualTo("""
                rules.yml:22:82: error: no rule has the id or the name 'e' [missing-rule]
                  rule      X (x)
                  expected  the id or the name of a rule that is loaded, too, and not refused
                """);
        assertThat(Rules.letters(compile("type: temporal, rules: [a, b], condition: a and c")))
                .isEqualTo("""
                rules.yml:22:56: error: the rule 'b' is not in the condition [invalid-reference]
                  rule      X (x)
                  expected  each rule of the correlation in its condition
                  fix       write it into the condition, or take it out of the rules
                rules.yml:22:77: error: 'c' is not one of the rules that the correlation refers to [invalid-reference]
                  rule      X (x)
                  expected  a rule that stands under 'rules'
                  fix       write it there, too
                """);
    }

    @Test
    void refusesAliasesThatSpeakOfOtherRulesOrNotOfAll() {
        assertThat(Rules.letters(compile(
                        "type: temporal, rules: [a, b], group-by: ip, aliases: {ip: {a: S, c: D, " + A + ": E}}")))
                .isEqualTo("""
                        rules.yml:22:84: error: alias 'ip' has no field for the rule 'b' [invalid-aliases]
                          rule      X (x)
                          expected  a field for each rule of the correlation
                          fix       write 'b: <field>' below the alias
                        rules.yml:22:84: error: alias 'ip' names the rule 'aaaaaaaa-0000-4000-8000-00000000000a' twice [invalid-aliases]
                          rule      X (x)
                          expected  each rule once
                        rules.yml:22:95: error: 'c' is not one of the rules that the correlation refers to [invalid-reference]
                          rule      X (x)
                          expected  a rule that stands under 'rules'
                          fix       write it there, too
                        """);
    }

    @Test
    void tellsNoMoreThanAHundredProblemsOfOneRule() {
        var unknown = IntStream.range(0, 1_000).mapToObj(i -> "u" + i).collect(Collectors.joining(", "));
        var problems = compile("type: event_count, condition: {gte: 2}, rules: [" + unknown + "]")
                .problems();
        assertThat(problems).hasSize(101);
        assertThat(problems)
                .extracting(Problem::found)
                .contains("no rule has the id or the name 'u0'", "more than 100 problems; the rest is not shown");
    }
}
