package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.ContentHash;
import io.weir.rule.DetectionRule;
import io.weir.rule.EventSource;
import io.weir.rule.FieldOrigin;
import io.weir.rule.FieldOrigin.Constant;
import io.weir.rule.FieldOrigin.Conversion;
import io.weir.rule.FieldOrigin.Converted;
import io.weir.rule.FieldOrigin.Copied;
import io.weir.rule.FieldOrigin.FirstOf;
import io.weir.rule.FieldOrigin.Guarded;
import io.weir.rule.FieldOrigin.Joined;
import io.weir.rule.FieldOrigin.Translated;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedSourceTest {

    private static final Position HERE = Position.startOf("p.yml");

    private static EventSource source(String channel, Integer id, Map<String, FieldOrigin> fields) {
        return new EventSource(Set.of(channel), Set.of(), Set.of(id), Map.of(), fields, HERE);
    }

    private static RuleSet compile(String logSource, String selection, EventSource... sources) {
        var rule = (DetectionRule) Rules.parse(Rules.rule("r", logSource, "{s: " + selection + ", condition: s}"))
                .get(0);
        return RuleSet.compile(List.of(ContentHash.rehashed(
                new DetectionRule(rule.header(), rule.logSource(), List.of(sources), rule.detection()))));
    }

    private static boolean matches(RuleSet rules, TestEvent event) {
        assertThat(rules.problems()).isEmpty();
        return !rules.matching(event).isEmpty();
    }

    @Test
    void isLookedAtBesideTheLogSource() {
        var rules = compile(
                "{category: network_connection}",
                "{Image: a}",
                source("Security", 5156, Map.of("Image", new Copied("Application"))));

        assertThat(matches(rules, Rules.sysmon(3, "{\"Image\":\"a\"}"))).isTrue();
        assertThat(matches(rules, Rules.event("security", 5156, "{\"Application\":\"a\"}")))
                .isTrue();
        assertThat(matches(rules, Rules.event("Security", 5156, "{\"Image\":\"a\"}")))
                .isFalse();
        assertThat(matches(rules, Rules.event("Security", 5157, "{\"Application\":\"a\"}")))
                .isFalse();
        assertThat(matches(rules, Rules.sysmon(3, "{\"Application\":\"a\"}"))).isFalse();
    }

    @Test
    void standsInThePlaceOfOneThatIsKnown() {
        var rules = compile(
                "{category: process_creation}",
                "[{User: null, Image: a}, {User: b}]",
                source(
                        "Security",
                        4688,
                        Map.of("Image", new Copied("NewProcessName"), "User", new Copied("SubjectUserName"))));
        var event = Rules.event("Security", 4688, "{\"NewProcessName\":\"a\",\"SubjectUserName\":\"x\"}");

        assertThat(matches(rules, event)).isFalse();
        assertThat(matches(rules, Rules.sysmon(1, "{\"Image\":\"a\"}"))).isTrue();
    }

    @Test
    void isNarrowedDownByTheServiceOfTheRule() {
        var source = source("Security", 5156, Map.of());

        var ofSysmon = compile("{category: network_connection, service: sysmon}", "{A: 1}", source);
        assertThat(matches(ofSysmon, Rules.event("Security", 5156, "{\"A\":1}")))
                .isFalse();
        assertThat(matches(ofSysmon, Rules.sysmon(3, "{\"A\":1}"))).isTrue();

        var ofSecurity = compile("{category: network_connection, service: security}", "{A: 1}", source);
        assertThat(matches(ofSecurity, Rules.event("Security", 5156, "{\"A\":1}")))
                .isTrue();
        assertThat(matches(ofSecurity, Rules.sysmon(3, "{\"A\":1}"))).isFalse();
    }

    @Test
    void makesALogSourceKnownThatWeirDoesNotHave() {
        var rules = compile("{product: acme, category: doors, service: front}", "{A: 1}", source("Doors", 7, Map.of()));

        assertThat(matches(rules, Rules.event("Doors", 7, "{\"A\":1}"))).isTrue();
        assertThat(matches(rules, Rules.event("Doors", 8, "{\"A\":1}"))).isFalse();
    }

    @Test
    void ofAnotherServiceIsAProblem() {
        var rules = compile("{product: acme, service: system}", "{A: 1}", source("Doors", 7, Map.of()));

        assertThat(rules.problems()).extracting(Problem::render).containsExactly("""
                p.yml:1:1: error: no event of the added source is of service 'system' [unknown-log-source]
                  rule      Rule r (r)
                  expected  a source for the rule's service
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"in, tcp, true", "OUT, TCP, true", "in, udp, false", "side, tcp, false"})
    void takesTheEventsWhoseFieldsHoldOneOfTheValues(String direction, String protocol, boolean takes) {
        var where = Map.of("Direction", List.of("In", "Out"), "Protocol", List.of("tcp"));
        var source = new EventSource(Set.of(), Set.of("Some-Provider"), Set.of(), where, Map.of(), HERE);
        var rules = compile("{category: network_connection}", "{A: 1}", source);
        var event = Rules.event(
                        "Any", 5, "{\"A\":1,\"Direction\":\"%s\",\"Protocol\":\"%s\"}".formatted(direction, protocol))
                .ofProvider("some-provider");

        assertThat(matches(rules, event)).isEqualTo(takes);
    }

    /** Each origin by a letter. */
    private static FieldOrigin origin(String name) {
        var translated = new Translated("A", Map.of("6", "tcp", "Seven", "seven"));
        return switch (name) {
            case "copied" -> new Copied("A");
            case "translated" -> translated;
            case "constant" -> new Constant("c");
            case "joined" -> new Joined(List.of("<", "A", "-", "B", ">"));
            case "when" -> new Guarded("B", List.of("x", "Y"), true, new Copied("A"));
            case "unless" -> new Guarded("B", List.of("x", "Y"), false, new Copied("A"));
            case "first" -> new FirstOf(List.of(translated, new Copied("B"), new Constant("none")));
            case "converted" -> new Converted(new Joined(List.of("0x", "A", "")), Conversion.DECIMAL);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "copied; {'A':'x'}; x",
                "copied; {'A':['p','q']}; q",
                "copied; {}; null",
                "copied; {'F':'own'}; null",
                "translated; {'A':'6'}; tcp",
                "translated; {'A':6}; tcp",
                "translated; {'A':'SEVEN'}; seven",
                "translated; {'A':'8'}; null",
                "translated; {'A':null}; null",
                "constant; {}; c",
                "joined; {'A':'x','B':5}; <x-5>",
                "joined; {'A':'x'}; null",
                "joined; {'A':'x','B':null}; null",
                "when; {'A':'a','B':'X'}; a",
                "when; {'A':'a','B':'z'}; null",
                "when; {'A':'a'}; null",
                "unless; {'A':'a','B':'y'}; null",
                "unless; {'A':'a','B':'z'}; a",
                "unless; {'A':'a'}; a",
                "first; {'A':'6','B':'b'}; tcp",
                "first; {'A':'9','B':'b'}; b",
                "first; {}; none",
                "converted; {'A':'1f4'}; 500",
                "converted; {}; null",
            })
    void readsAFieldWhereItComesFrom(String name, String event, String value) {
        var rules = compile(
                "{category: network_connection}", "{F: " + value + "}", source("c", 1, Map.of("F", origin(name))));

        assertThat(matches(rules, Rules.event("c", 1, event.replace('\'', '"'))))
                .isTrue();
    }

    @Test
    void saysInTheReasonsAndInTheAlertWhatTheRuleReads() {
        var rules = compile("{category: network_connection}", "{F: c}", source("c", 1, Map.of("F", new Constant("c"))));
        var matched = rules.observe(Rules.event("c", 1, "{}")).orElseThrow();

        assertThat(matched.matches().get(0).matched()).containsExactly(new MatchedField("s", "F", "", "c", "c"));
        assertThat(matched.event().fields()).containsEntry("F", "c");
    }
}
