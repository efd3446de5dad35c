package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.match.RuleExplainer.Explanation;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleExplainerTest {

    private static final String PROCESSES = "{product: windows, category: process_creation}";

    static LongStream seeds() {
        return EvaluatorLawTest.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysThatARuleMatchesExactlyWhereItDoes(long seed) throws Exception {
        var random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            var detection = new RandomDetections(random).detection();
            var rules = Rules.compile(Rules.rule("r", "{product: windows}", EvaluatorLawTest.yaml(detection)));
            var explainer = rules.explainer("r").orElseThrow();
            var events = new RandomEvents(random, detection);
            for (int left = 20; left > 0; left--) {
                assertAgrees(rules, explainer, TestEvent.of(events.event()));
            }
        }
    }

    private static void assertAgrees(RuleSet rules, RuleExplainer explainer, TestEvent event) {
        boolean matches = !rules.matching(event).isEmpty();
        var told = explainer.explain(event).orElseThrow();
        assertThat(told.matches()).as("%s", event).isEqualTo(matches);
        assertThat(told.whole().holds()).as("the parts of %s", event).isEqualTo(matches);
        assertThat(told.whole().distance() == 0).as("distance of %s", event).isEqualTo(matches);
        assertThat(told.whole().opposite() == 0).as("opposite of %s", event).isNotEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {s: {A: x}, condition: s};                              {"A": "x"};  0
            {s: {A: x}, condition: s};                              {"A": "y"};  1
            {s: {A: x}, condition: s};                              {};          2
            {s: {A: x}, condition: s};                              {"A": null}; 1
            {s: {A: x, B: y}, condition: s};                        {"A": "x"};  2
            {s: {A: x, B: y}, condition: s};                        {"B": "x"};  3
            {s: [{A: x, B: y}, {C: z}], condition: s};              {"C": "y"};  1
            {s: {A|contains|all: [x, y, z]}, condition: s};         {"A": "x"};  2
            {s: {A: x}, f: {B: y}, condition: s and not f};         {"A": "x", "B": "y"}; 1
            {s: {A: x}, f: {B: y, C: z}, condition: s and not f};   {"A": "x", "B": "y", "C": "z"}; 1
            {s_1: {A: x}, s_2: {B: y}, condition: all of s_*};      {"A": "x", "B": "x"}; 1
            {s_1: {A: x}, s_2: {B: y}, condition: 1 of s_*};        {"A": "y", "B": "x"}; 1
            {s: {A|neq: x}, condition: s};                          {"A": "x"};  1
            """)
    void theDistanceIsHowMuchWouldHaveToBeOtherwise(String detection, String event, int distance) {
        assertThat(explain(detection, event).whole().distance()).isEqualTo(distance);
    }

    @Test
    void tellsSelectionsAndPatternsInTheRulesOwnWords() {
        var told = explain("{s: {A|endswith: [x, y], B: z}, f: {C: w}, condition: s and not 1 of f*}", """
                {"A": "ay", "B": ["q", "r"]}""");

        var whole = (Part.Joined) told.whole();
        var selection = (Part.Joined) whole.parts().get(0);
        assertThat(selection.name()).isEqualTo("s");
        assertThat(selection.parts().get(0))
                .isEqualTo(new Part.Test(
                        new Part.Sought("s", "A", "endswith", List.of("x", "y"), false),
                        true,
                        Part.Found.VALUE,
                        List.of("ay"),
                        List.of("y")));
        assertThat(((Part.Test) selection.parts().get(1)).values()).containsExactly("q", "r");
        var filter = ((Part.Negated) whole.parts().get(1)).part();
        assertThat(((Part.Joined) filter).name()).isEqualTo("1 of f*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {s: {B: s*}, condition: s}; st
            {s: {B|neq: s*}, condition: s}; st
            {s: [s*], condition: s}; st
            {s: {B: '9'}, condition: s}; 9
            """)
    void tellsTheValueThatFitsBeforeOthers(String detection, String first) {
        var told = explain(detection, """
                {"A": "ay", "B": ["q", "st", 1, 2, 3, 4, 5, 6, 7, 8, 9]}""");

        var test = (Part.Test) ((Part.Joined) told.whole()).parts().get(0);
        assertThat(test.fitting()).hasSize(1);
        assertThat(test.values()).startsWith(first).doesNotHaveDuplicates();
        assertThat(test.values()).hasSizeLessThanOrEqualTo(Part.Test.MOST_VALUES);
    }

    @Test
    void anEventOfAnotherLogSourceIsNotLookedAt() {
        var rules = Rules.compile(Rules.rule("r", PROCESSES, "{s: {Image: x}, condition: s}"));
        var explainer = rules.explainer("r").orElseThrow();

        assertThat(explainer.explain(Rules.sysmon(3, "{\"Image\": \"x\"}"))).isEmpty();
        assertThat(explainer
                        .explain(Rules.sysmon(1, "{\"Image\": \"x\"}"))
                        .orElseThrow()
                        .matches())
                .isTrue();
    }

    @Test
    void readsFieldsAsTheRulesLogSourceNamesThem() {
        var rules = Rules.compile(Rules.rule("r", PROCESSES, "{s: {Image: x}, condition: s}"));
        var event = Rules.event("Security", 4688, "{\"NewProcessName\": \"y\"}")
                .ofProvider("Microsoft-Windows-Security-Auditing");

        var told = rules.explainer("r").orElseThrow().explain(event).orElseThrow();

        assertThat(told.whole()).asString().contains("values=[y]").contains("found=VALUE");
    }

    private static Explanation explain(String detection, String event) {
        var rules = Rules.compile(Rules.rule("r", "{product: windows}", detection));
        return rules.explainer("r")
                .orElseThrow()
                .explain(Rules.event("", -1, event))
                .orElseThrow();
    }
}
