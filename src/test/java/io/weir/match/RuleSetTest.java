package io.weir.match;

import static io.weir.match.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.ProcessFacts;
import io.weir.event.ShownText;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.RuleReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

    private static final String WINDOWS = "{product: windows}";
    private static final String ANYTHING = "{s: {A: 1}, condition: s}";
    private static final String A = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final String B = "bbbbbbbb-0000-0000-0000-000000000002";
    private static final String C = "cccccccc-0000-0000-0000-000000000003";

    private static String correlation(String id, String rules, String more) {
        return """
                ---
                title: Correlation %s
                id: %s
                correlation: {type: temporal_ordered, rules: [%s], group-by: [User], timespan: 5m%s}
                """.formatted(id, id, rules, more);
    }

    private static List<String> ids(List<DetectionRule> rules) {
        return rules.stream().map(rule -> rule.header().id()).toList();
    }

    private static List<String> found(RuleSet rules) {
        return rules.problems().stream().map(Problem::found).toList();
    }

    @Test
    void givesTheMatchingRulesSortedById() {
        var rules = Rules.compile(rule(C, WINDOWS, ANYTHING)
                + rule(A, "{service: sysmon}", ANYTHING)
                + rule(B, "{category: process_creation}", ANYTHING));
        assertThat(ids(rules.matching(Rules.sysmon(1, "{\"A\":1}")))).containsExactly(A, B, C);
        assertThat(ids(rules.matching(Rules.sysmon(3, "{\"A\":1}")))).containsExactly(A, C);
        assertThat(ids(rules.matching(Rules.event("System", 1, "{\"A\":1}")))).containsExactly(C);
        assertThat(ids(rules.detections())).containsExactly(A, B, C);
    }

    @Test
    void namesARuleOnceThoughSeveralOfItsSourcesFit() {
        var rules = Rules.compile(rule(A, "{category: registry_delete}", ANYTHING));
        assertThat(ids(rules.matching(Rules.sysmon(12, "{\"A\":1,\"EventType\":[\"DeleteKey\",\"DeleteValue\"]}"))))
                .containsExactly(A);
    }

    @Test
    void takesTheSameRuleGivenTwiceForOne() {
        var twice = rule(A, WINDOWS, ANYTHING);
        var rules = RuleSet.compile(
                List.of(Rules.parse(twice).get(0), Rules.parse(twice).get(0)));
        assertThat(rules.problems()).isEmpty();
        assertThat(rules.detections()).hasSize(1);
    }

    @Test
    void refusesAnotherRuleUnderTheSameId() {
        var rules = RuleSet.compile(List.of(
                Rules.parse(rule(A, WINDOWS, ANYTHING)).get(0),
                Rules.parse(rule(A, WINDOWS, "{s: {A: 2}, condition: s}")).get(0)));
        assertThat(rules.detections()).hasSize(1);
        assertThat(found(rules)).containsExactly("the id " + A + " is that of another rule, rules.yml:2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "A|re: 'a(?=b)'; regular expression can't be run: invalid or unsupported Perl syntax: '(?='",
                "A|re: '(a'; regular expression can't be run: missing closing ): '(a'",
                "A|re: '(a)\\1'; regular expression can't be run: invalid escape sequence: '\\1'",
                "A|re: 'a{1001}'; regular expression can't be run: invalid repeat count: '{1001}'",
                "A|windash|base64: '-----'; too many dashes to encode each of them",
            })
    void refusesWhatItCanNotRun(String item, String found) {
        var rules = Rules.compile(rule(A, WINDOWS, "{s: {" + item + "}, condition: s}") + rule(B, WINDOWS, ANYTHING));
        assertThat(ids(rules.detections())).containsExactly(B);
        assertThat(found(rules)).containsExactly(found);
    }

    @Test
    void saysHowToWriteAnExpressionThatCanRun() {
        var rules = Rules.compile(rule(A, WINDOWS, "{s: {A|re: 'a(?!b)c'}, condition: s}"));
        assertThat(rules.problems().get(0).render()).isEqualTo("""
                rules.yml:5:23: error: regular expression can't be run: invalid or unsupported Perl syntax: '(?!' [unsupported-regex]
                  rule      Rule aaaaaaaa-0000-0000-0000-000000000001 (aaaaaaaa-0000-0000-0000-000000000001)
                  expected  an expression that runs in linear time
                  fix       take the look-around out; what must not be there goes to a selection of its own: 'selection and not filter'
                """);
    }

    @Test
    void refusesExpressionsThatAreTooLarge() {
        var nested = "((a{100}){10}){9}x".repeat(8);
        var rules = Rules.compile(rule(A, WINDOWS, "{s: {A|re: '" + nested + "'}, condition: s}")
                + rule(B, WINDOWS, "{s: {A|re: '" + "a".repeat(9_000) + "'}, condition: s}"));
        assertThat(rules.detections()).isEmpty();
        assertThat(found(rules)).hasSize(2).allMatch(found -> found.startsWith("regular expression "));
    }

    @Test
    void resolvesReferencesByIdInAnyCaseAndByName() {
        var rules = Rules.compile(rule(A, WINDOWS, ANYTHING) + rule(B, WINDOWS, ANYTHING) + "name: second\n"
                + correlation(C, A.toUpperCase(Locale.ROOT) + ", second", ""));
        assertThat(rules.problems()).isEmpty();
        assertThat(rules.correlations().get(0).steps())
                .extracting(RuleReference::rule)
                .containsExactly(A, B);
    }

    @Test
    void refusesACorrelationOfARuleThatIsNotThere() {
        var rules = Rules.compile(rule(A, WINDOWS, ANYTHING) + correlation(C, A + ", nowhere", ""));
        assertThat(rules.correlations()).isEmpty();
        assertThat(found(rules)).containsExactly("no rule has the id or the name 'nowhere'");
        assertThat(rules.alertsAlone(A)).isTrue();
    }

    @Test
    void refusesACorrelationOfARefusedRule() {
        var rules = Rules.compile(
                rule(A, WINDOWS, ANYTHING) + rule(B, "{product: linux}", ANYTHING) + correlation(C, A + ", " + B, ""));
        assertThat(rules.correlations()).isEmpty();
        assertThat(found(rules))
                .containsExactly(
                        "no events of product 'linux': the rule would never match",
                        "the rule that it refers to was refused: Rule " + B + " (" + B + ")");
    }

    @Test
    void refusesANameThatSeveralRulesHave() {
        var rules = Rules.compile(rule(A, WINDOWS, ANYTHING) + "name: same\n" + rule(B, WINDOWS, ANYTHING)
                + "name: same\n" + correlation(C, "same, " + A, ""));
        assertThat(rules.correlations()).isEmpty();
        assertThat(found(rules)).singleElement().asString().startsWith("several rules have the name 'same': ");
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, true", "7, false"})
    void refusesAnOrderThatTooManySequencesFulfil(int rules, boolean inForce) {
        var ids = IntStream.rangeClosed(1, rules).mapToObj(i -> "a" + i).toList();
        var yaml = new StringBuilder();
        ids.forEach(id -> yaml.append(rule(id, WINDOWS, ANYTHING)));
        var set = Rules.compile(yaml + "---\ntitle: C\ncorrelation: {type: temporal_ordered, rules: ["
                + String.join(", ", ids) + "], timespan: 5m, condition: {neq: 3}}\n");
        assertThat(set.correlations()).hasSize(inForce ? 1 : 0);
        assertThat(found(set))
                .isEqualTo(
                        inForce
                                ? List.of()
                                : List.of("a condition that more than 64 different sequences of its rules fulfil"));
    }

    @Test
    void keepsRulesQuietThatCorrelationsReferTo() {
        var rules = Rules.compile(rule(A, WINDOWS, ANYTHING) + rule(B, WINDOWS, ANYTHING) + correlation(C, A, ""));
        assertThat(rules.alertsAlone(A)).isFalse();
        assertThat(rules.alertsAlone(B)).isTrue();
        assertThat(rules.alertsAlone(C)).isTrue();
        assertThat(rules.alertsAlone("unknown")).isFalse();
    }

    @Test
    void letsThemSpeakWhereOneOfThoseSaysSo() {
        var rules = Rules.compile(rule(A, WINDOWS, ANYTHING)
                + rule(B, WINDOWS, ANYTHING)
                + correlation(C, A, "")
                + correlation("dddddddd-0000-0000-0000-000000000004", A + ", " + B, ", generate: true"));
        assertThat(rules.alertsAlone(A)).isTrue();
        assertThat(rules.alertsAlone(B)).isTrue();
    }

    @Test
    void findsARuleByItsId() {
        var rules = Rules.compile(rule(A, WINDOWS, ANYTHING) + correlation(C, A, ""));
        assertThat(rules.rule(A)).get().isInstanceOf(DetectionRule.class);
        assertThat(rules.rule(C)).get().isInstanceOf(CorrelationRule.class);
        assertThat(rules.rule(B)).isEmpty();
    }

    @Test
    void showsWhatItsRulesNameAndCorrelationsGroupBy() {
        var rules = Rules.compile(rule(A, WINDOWS, "{s: {A: 1, B|contains: x}, k: {C: 1}, condition: s and not k}")
                + "fields: [D]\n" + correlation(C, A, ""));
        var observed = rules.observe(Rules.sysmon(3, """
                        {"A":1,"B":["x","y"],"C":2,"D":null,"E":5,"User":"ada","Image":"a.exe","Details":""}""")).orElseThrow();
        assertThat(observed.event().fields())
                .isEqualTo(Map.of("A", "1", "B", "x, y", "C", "2", "User", "ada", "Image", "a.exe"));
        assertThat(observed.event().channel()).isEqualTo("microsoft-windows-sysmon/operational");
    }

    @Test
    void showsWhatCorrelationsLookAtUnderTheNamesThatEachRuleHasForIt() {
        var rules = Rules.resolve(
                rule(A, WINDOWS, ANYTHING) + rule(B, WINDOWS, "{s: {B: 1}, condition: s}") + """
                        ---
                        title: Ports
                        id: ports
                        correlation:
                            type: value_count
                            rules: [%1$s, %2$s]
                            group-by: [peer, host.name]
                            timespan: 5m
                            aliases:
                                peer: {%1$s: SourceAddress, %2$s: TargetAddress}
                            condition: {gte: 2, field: [Port, peer]}
                        ---
                        title: Chained
                        correlation: {type: event_count, rules: [ports, %1$s], group-by: host.name, timespan: 5m, condition: {gte: 2}}
                        """.formatted(A, B), 3);
        var event =
                "\"SourceAddress\":\"s\",\"TargetAddress\":\"t\",\"Port\":5,\"host.name\":\"h\",\"peer\":\"p\",\"Other\":1}";
        assertThat(fields(rules, "{\"A\":1," + event))
                .isEqualTo(Map.of("A", "1", "SourceAddress", "s", "Port", "5", "host.name", "h"));
        assertThat(fields(rules, "{\"B\":1," + event))
                .isEqualTo(Map.of("B", "1", "TargetAddress", "t", "Port", "5", "host.name", "h"));
    }

    private static Map<String, String> fields(RuleSet rules, String event) {
        return rules.observe(Rules.sysmon(3, event)).orElseThrow().event().fields();
    }

    @Test
    void showsFieldsUnderTheNamesOfTheRule() {
        var rules = Rules.compile(rule(A, "{category: process_creation}", "{s: {Image: a.exe}, condition: s}"));
        var observed = rules.observe(Rules.event("Security", 4688, "{\"NewProcessName\":\"A.exe\"}"))
                .orElseThrow();
        assertThat(observed.event().fields()).containsEntry("Image", "A.exe").containsEntry("NewProcessName", "A.exe");
    }

    @Test
    void saysWhatOfTheEventFittedWhichPartOfTheRule() {
        var rules = Rules.compile(rule(A, WINDOWS, """
                {s: {A|contains|all: [p, q], B: [1, 2]}, n: {C: null}, f: {D: x}, k: [word], condition: s and n and not f and k}"""));
        var match = rules.observe(Rules.sysmon(3, "{\"A\":[\"xp\",\"xq\"],\"B\":2,\"E\":\"a Word\"}"))
                .orElseThrow()
                .matches()
                .get(0);
        assertThat(match.rule()).isEqualTo(A);
        assertThat(match.matched())
                .containsExactly(
                        new MatchedField("s", "A", "contains|all", "p", "xp"),
                        new MatchedField("s", "A", "contains|all", "q", "xq"),
                        new MatchedField("s", "B", "", "2", "2"),
                        new MatchedField("n", "C", "", "null", ""),
                        new MatchedField("k", "", "", "word", "a Word"));
    }

    @Test
    void keepsReasonsAndValuesInBounds() {
        var values =
                String.join(", ", IntStream.range(0, 200).mapToObj(i -> "'*'").toList());
        var rules = Rules.compile(
                rule(A, WINDOWS, "{s: {A: [" + values + "]}, t: {B|contains: [a, b]}, condition: s or t}"));
        var observed = rules.observe(Rules.sysmon(3, "{\"A\":\"" + "\uD83D\uDE00".repeat(20_000) + "\"}"))
                .orElseThrow();
        assertThat(observed.event().fields().get("A"))
                .hasSizeLessThanOrEqualTo(ShownText.MOST + 1)
                .endsWith("\uDE00…");
        assertThat(observed.matches().get(0).matched()).hasSize(1);
    }

    @Test
    void bringsNoMoreReasonsThanAMatchMayCarry() {
        var values = String.join(
                ", ", IntStream.range(0, 200).mapToObj(i -> "'*" + i + "*'").toList());
        var rules = Rules.compile(rule(A, WINDOWS, "{s: {A: [" + values + "]}, condition: s}"));
        var all = String.join(
                " ", IntStream.range(0, 200).mapToObj(String::valueOf).toList());
        assertThat(rules.observe(Rules.sysmon(3, "{\"A\":\"" + all + "\"}"))
                        .orElseThrow()
                        .matches()
                        .get(0)
                        .matched())
                .hasSize(RuleMatch.MOST_REASONS);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "START, g, true",
        "END, g, true",
        "ACT, g, false",
        "NONE, '', false",
        "START, '', true",
        "END, '', true",
        "BOOT, '', true"
    })
    void letsTheLifeOfProcessesTravelOn(ProcessFacts.Life life, String guid, boolean travels) {
        var rules = Rules.compile(rule(A, WINDOWS, ANYTHING));
        var process = new ProcessFacts(life, guid, "", "7", "", "a.exe", "", "", "", "", ProcessFacts.Log.NONE, "");
        var observed = rules.observe(Rules.sysmon(1, "{\"Image\":\"a.exe\"}").telling(process));
        assertThat(observed.isPresent()).isEqualTo(travels);
        observed.ifPresent(event -> {
            assertThat(event.matches()).isEmpty();
            assertThat(event.event().fields()).isEmpty();
        });
    }
}
