package io.weir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.CorrelationRun;
import io.weir.correlate.Horizons;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.parse.ParsedRules;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other engines of Sigma were seen to get wrong, from the bytes of a record to what stands. */
class MistakesOfOthersTest {

    private static final String ID = "11111111-0000-4000-8000-00000000000";
    private static final Instant START = Instant.parse("2026-03-04T05:00:00Z");

    private static ParsedRules parsed(String yaml) {
        return RuleParser.parse(List.of(new RuleFile("rules.yml", yaml.getBytes(UTF_8))));
    }

    private static RuleSet rules(String yaml) {
        var parsed = parsed(yaml);
        var rules = RuleSet.compile(parsed.rules());
        assertThat(parsed.problems()).isEmpty();
        assertThat(rules.problems()).isEmpty();
        return rules;
    }

    private static String rule(int number, String name, String detection) {
        return "---\ntitle: Rule\nid: %s%d\nname: %s\nlogsource: {product: windows}\ndetection:\n%s"
                .formatted(ID, number, name, detection.indent(4));
    }

    private static List<Event> decoded(String record) {
        return EventDecoder.standard()
                .decode(record.getBytes(UTF_8), Stamp.NONE)
                .events();
    }

    /** Whether a record with those fields, in JSON, matches a detection. */
    private static boolean matches(String detection, String fields) {
        var record = "{\"Event\":{\"System\":{\"Channel\":\"Application\",\"EventID\":1},\"EventData\":%s}}".formatted(fields);
        return !rules(rule(1, "one", detection)).matching(decoded(record).get(0)).isEmpty();
    }

    @Nested
    class OfRsigma {

        @ParameterizedTest
        @ValueSource(strings = {"\\n", "\\r\\n", "\\u2028"})
        void wildcardsCrossLineEnds(String lineEnd) {
            var detection = """
                    s: {A|contains: 'one*two', B: 'x?y'}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"A\":\"one%stwo\",\"B\":\"x\\ny\"}".formatted(lineEnd)))
                    .isTrue();
        }

        @Test
        void windashOfASlashFindsTheMinus() {
            var detection = """
                    s: {CommandLine|contains|windash: ' /accepteula'}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"CommandLine\":\"tool -AcceptEula\"}"))
                    .isTrue();
            assertThat(matches(detection, "{\"CommandLine\":\"tool /accepteula\"}"))
                    .isTrue();
            assertThat(matches(detection, "{\"CommandLine\":\"tool accepteula\"}"))
                    .isFalse();
        }

        @Test
        void aWildcardInsideDoesNotTakeEndswithAway() {
            var detection = """
                    s: {CommandLine|endswith: 'pass*.txt', Image|startswith: 'C:\\\\*\\x'}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"CommandLine\":\"notepad C:\\\\passwords.txt\",\"Image\":\"c:\\\\a\\\\xyz\"}"))
                    .isTrue();
        }

        @Test
        void namesOfFieldsLoseTheirBlanks() {
            var detection = """
                    s: {SourceName: MSI}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"Source Name\":\"msi\"}")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void rulesMayBeReferredToByName(String type) {
            assertThat(story(type, "first, second", "60s").tell(a(0), b(5))).hasSize(1);
            assertThat(story(type, ID + "1, second", "60s").tell(a(0), b(5))).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void anEventFromTheFutureErasesNothing(String type) {
            int year = 365 * 24 * 3600;
            assertThat(story(type, "first, second", "60s").tell(a(5), a(year), b(20)))
                    .hasSize(1);
            assertThat(story(type, "first, second", "60s").tell(a(5), b(year), b(20)))
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void aStragglerInsideTheWindowIsNotMissed(String type) {
            assertThat(story(type, "first, second", "60s").tell(a(5), b(90), b(20)))
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void halfAnHourApartIsNotAMinuteInWhateverOrderTheyCome(String type) {
            assertThat(story(type, "first, second", "60s").tell(a(0), b(1800))).isEmpty();
            assertThat(story(type, "first, second", "60s").tell(b(1800), a(0))).isEmpty();
        }

        @Test
        void aThenBIsNotBThenAWhateverComesLast() {
            assertThat(story("temporal_ordered", "first, second", "60s").tell(b(0), a(5)))
                    .isEmpty();
            assertThat(story("temporal_ordered", "first, second", "60s").tell(a(5), b(0)))
                    .isEmpty();
        }
    }

    @Nested
    class OfDetectFlow {

        @Test
        void theEmptyTextIsNotAnAbsentField() {
            var detection = """
                    s: {A: ''}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"A\":\"\"}")).isTrue();
            assertThat(matches(detection, "{\"B\":\"x\"}")).isFalse();
            assertThat(matches(detection, "{\"A\":null}")).isFalse();
        }

        @Test
        void aPatternTakesInNoMoreNamesThanItFits() {
            var detection = """
                    selection: {A: 1}
                    selection_b: {B: 1}
                    condition: 1 of selection_*
                    """;
            assertThat(matches(detection, "{\"B\":1}")).isTrue();
            assertThat(matches(detection, "{\"A\":1}")).isFalse();
        }

        @Test
        void oneValueOfSeveralIsEnough() {
            var detection = """
                    s: {A|endswith: '.exe'}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"A\":[\"x.dll\",\"y.EXE\"]}")).isTrue();
        }

        @Test
        void allOfTheKeywordsMayStandInDifferentValues() {
            var detection = """
                    s:
                        '|all': [one, two]
                    condition: s
                    """;
            assertThat(matches(detection, "{\"A\":\"has one\",\"B\":\"has two\"}"))
                    .isTrue();
            assertThat(matches(detection, "{\"A\":\"has one\"}")).isFalse();
        }

        @Test
        void doubledBackslashesAreThoseOfAShare() {
            var detection = """
                    s: {A|contains: '\\\\\\\\server\\share'}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"A\":\"copy \\\\\\\\server\\\\share x\"}"))
                    .isTrue();
            assertThat(matches(detection, "{\"A\":\"copy \\\\server\\\\share x\"}"))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void eventsWithoutAComputerAreNotOfOneHost(String type) {
            var nowhere = story(type, "first, second", "60s");
            assertThat(nowhere.tell(a(0).replace("ws-7", ""), b(5).replace("ws-7", "")))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void aRecordThatCanNotBeReadTakesNothingWithIt(String type) {
            assertThat(story(type, "first, second", "60s").tell(a(0), "{\"Event\":", "[1,", b(5)))
                    .hasSize(1);
        }
    }

    @Nested
    class OfConfluentSigma {

        @Test
        void notIsTrueOfWhatIsFalse() {
            var detection = """
                    s: {A: 1}
                    f: {B: 1}
                    condition: s and not f
                    """;
            assertThat(matches(detection, "{\"A\":1,\"B\":2}")).isTrue();
            assertThat(matches(detection, "{\"A\":1,\"B\":1}")).isFalse();
        }

        @Test
        void orInSmallLettersIsOr() {
            var detection = """
                    s: {A: 1}
                    t: {B: 1}
                    condition: s or t
                    """;
            assertThat(matches(detection, "{\"B\":1}")).isTrue();
        }

        @Test
        void aListOfMapsIsAnyOfThem() {
            var detection = """
                    s:
                        - {A: 1}
                        - {B: 1}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"B\":1}")).isTrue();
        }

        @Test
        void oneOfIsEnough() {
            var detection = """
                    s_a: {A: 1}
                    s_b: {B: 1}
                    condition: 1 of s_*
                    """;
            assertThat(matches(detection, "{\"B\":1}")).isTrue();
            assertThat(matches(detection, "{\"C\":1}")).isFalse();
        }

        @Test
        void caseDoesNotCount() {
            var detection = """
                    s: {Image|endswith: '\\CMD.exe'}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"Image\":\"C:\\\\cmd.EXE\"}")).isTrue();
        }

        @Test
        void anUnknownModifierIsNotPassedOver() {
            assertThat(parsed(rule(1, "one", "s: {A|beginswith: x}\ncondition: s")).problems())
                    .extracting(Problem::found)
                    .containsExactly("unknown modifier 'beginswith'");
        }
    }

    @Nested
    class OfSigmaEngine {

        @Test
        void aRuleWithABrokenConditionIsToldOfAndTakesNoOtherWithIt() {
            var parsed = parsed(rule(1, "one", "s: {A: 1}\ncondition: s and (") + rule(2, "two", "s: {A: 1}\ncondition: s"));
            assertThat(parsed.rules()).hasSize(1);
            assertThat(parsed.problems())
                    .extracting(Problem::found)
                    .containsExactly("the condition ends too early");
        }

        @Test
        void allIsNotAny() {
            var detection = """
                    s: {A|contains|all: [one, two]}
                    condition: s
                    """;
            assertThat(matches(detection, "{\"A\":\"two one\"}")).isTrue();
            assertThat(matches(detection, "{\"A\":\"one\"}")).isFalse();
        }
    }

    @Nested
    class OfVelociraptor {

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void whatIsForgottenIsForgottenAlone(String type) {
            var story = story(type, "first, second", "60s");
            story.tell(a(0), a(3000));
            story.pass(5000);
            assertThat(story.tell(b(3030))).as("the younger start is still there").hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = "temporal_ordered")
        void noGroupIsKeptForGood(String type) {
            var story = story(type, "first, second", "60s");
            for (int host = 0; host < 50; host++) {
                story.tell(a(host).replace("ws-7", "ws-" + host));
            }
            story.pass(24 * 3600);
            assertThat(story.run.size()).isZero();
        }
    }

    /** A correlation by computer over two rules, and what has been told to it. */
    private static final class Story {

        private final RuleSet rules;
        private final CorrelationRun run;

        Story(RuleSet rules) {
            this.rules = rules;
            this.run = new CorrelationRun(rules, new Horizons(Duration.ofHours(1), Duration.ofMinutes(10)));
        }

        /** The correlation's standing alerts after these records, too. */
        List<String> tell(String... records) {
            for (var record : records) {
                decoded(record).forEach(event -> rules.observe(event).ifPresent(run::observe));
            }
            return new ArrayList<>(run.standing().values());
        }

        void pass(long seconds) {
            run.pass(START.plusSeconds(seconds).toEpochMilli() * 1_000);
        }
    }

    private static Story story(String type, String steps, String timespan) {
        return new Story(rules(rule(1, "first", "s: {Image: a.exe}\ncondition: s")
                + rule(2, "second", "s: {Image: b.exe}\ncondition: s")
                + """
                ---
                title: Both
                id: 22222222-0000-4000-8000-000000000001
                correlation:
                    type: %s
                    rules: [%s]
                    group-by: [Computer]
                    timespan: %s
                """.formatted(type, steps, timespan)));
    }

    private static String a(long second) {
        return record("a.exe", second);
    }

    private static String b(long second) {
        return record("b.exe", second);
    }

    private static String record(String image, long second) {
        return """
                {"Event":{"System":{"Channel":"Application","EventID":1,"Computer":"ws-7",
                "TimeCreated":{"#attributes":{"SystemTime":"%s"}}},"EventData":{"Image":"%s"}}}"""
                .formatted(START.plusSeconds(second), image);
    }
}
