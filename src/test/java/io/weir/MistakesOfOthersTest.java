package io.weir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.CorrelationRun;
import io.weir.correlate.Horizons;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.match.SigmaExample;
import io.weir.parse.ParsedRules;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other engines were seen to get wrong, from the bytes of a record to what stands. Those of detections are in {@code mistakes.yml}. */
class MistakesOfOthersTest {

    private static final String ID = "11111111-0000-4000-8000-00000000000";
    private static final Instant START = Instant.parse("2026-03-04T05:00:00Z");
    private static final int YEAR = 365 * 24 * 3600;

    static Stream<SigmaExample> ofDetections() throws IOException {
        return SigmaExample.read(
                Objects.requireNonNull(MistakesOfOthersTest.class.getResourceAsStream("mistakes.yml")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ofDetections(SigmaExample example) {
        example.holds();
    }

    @Test
    void sigmaEngineLosesARuleWithoutAWord() {
        var parsed = parsed(rule(1, "one", "s and (") + rule(2, "two", "s"));
        assertThat(parsed.rules()).hasSize(1);
        assertThat(parsed.problems()).extracting(Problem::found).containsExactly("the condition ends too early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void rsigmaNeverFiresByName(String type) {
        assertThat(Story.of(type, "first, second").tell(a(0), b(5))).hasSize(1);
        assertThat(Story.of(type, ID + "1, second").tell(a(0), b(5))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void rsigmaForgetsAnOpenMatchAtAnEventFromTheFuture(String type) {
        assertThat(Story.of(type).tell(a(5), a(YEAR), b(20))).hasSize(1);
        assertThat(Story.of(type).tell(a(5), b(YEAR), b(20))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void rsigmaMissesAStragglerInsideTheWindow(String type) {
        assertThat(Story.of(type).tell(a(5), b(90), b(20))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void rsigmaTakesHalfAnHourForAMinuteWhenTheOrderIsWrong(String type) {
        assertThat(Story.of(type).tell(a(0), b(1800))).isEmpty();
        assertThat(Story.of(type).tell(b(1800), a(0))).isEmpty();
    }

    @Test
    void rsigmaTakesBThenAForAThenBWhenAComesLast() {
        assertThat(Story.of("temporal_ordered").tell(b(0), a(5))).isEmpty();
        assertThat(Story.of("temporal_ordered").tell(a(5), b(0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void detectFlowTakesAllEventsWithoutAComputerForOneHost(String type) {
        assertThat(Story.of(type).tell(nowhere(a(0)), nowhere(b(5)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void detectFlowLosesAWindowToOneBadRecord(String type) {
        assertThat(Story.of(type).tell(a(0), "{\"Event\":", "[1,", b(5))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void velociraptorForgetsMoreThanIsDue(String type) {
        var story = Story.of(type);
        story.tell(a(0), a(3000));
        story.pass(5000);
        assertThat(story.tell(b(3030))).as("the younger start is still there").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void velociraptorKeepsItsGroupsForGood(String type) {
        var story = Story.of(type);
        for (int host = 0; host < 50; host++) {
            story.tell(a(host).replace("ws-7", "ws-" + host));
        }
        assertThat(story.run().size()).isPositive();
        story.pass(24 * 3600);
        assertThat(story.run().size()).isZero();
    }

    /** A correlation by computer within a minute, and what is told to it. */
    private record Story(RuleSet rules, CorrelationRun run) {

        static Story of(String type) {
            return of(type, "first, second");
        }

        static Story of(String type, String steps) {
            var parsed =
                    parsed(rule(1, "first", "s and a") + rule(2, "second", "s and b") + """
                    ---
                    title: Both
                    id: 22222222-0000-4000-8000-000000000001
                    correlation:
                        type: %s
                        rules: [%s]
                        group-by: [Computer]
                        timespan: 60s
                    """.formatted(type, steps));
            var rules = RuleSet.compile(parsed.rules());
            assertThat(parsed.problems()).isEmpty();
            assertThat(rules.problems()).isEmpty();
            return new Story(
                    rules, new CorrelationRun(rules, new Horizons(Duration.ofHours(1), Duration.ofMinutes(10))));
        }

        /** The alerts that stand after these records, too. */
        Collection<String> tell(String... records) {
            for (var record : records) {
                EventDecoder.standard()
                        .decode(record.getBytes(UTF_8), Stamp.NONE)
                        .events()
                        .forEach(event -> rules.observe(event).ifPresent(run::observe));
            }
            return run.standing().values();
        }

        void pass(long seconds) {
            run.pass(START.plusSeconds(seconds).toEpochMilli() * 1_000);
        }
    }

    private static ParsedRules parsed(String yaml) {
        return RuleParser.parse(List.of(new RuleFile("rules.yml", yaml.getBytes(UTF_8))));
    }

    private static String rule(int number, String name, String condition) {
        return """
                ---
                title: Rule
                id: %s%d
                name: %s
                logsource: {product: windows}
                detection:
                    s: {Image|exists: true}
                    a: {Image: a.exe}
                    b: {Image: b.exe}
                    condition: %s
                """.formatted(ID, number, name, condition);
    }

    private static String a(long second) {
        return record("a.exe", second);
    }

    private static String b(long second) {
        return record("b.exe", second);
    }

    private static String nowhere(String record) {
        return record.replace("ws-7", "");
    }

    private static String record(String image, long second) {
        return """
                {"Event":{"System":{"Channel":"Application","EventID":1,"Computer":"ws-7",
                "TimeCreated":{"#attributes":{"SystemTime":"%s"}}},"EventData":{"Image":"%s"}}}""".formatted(START.plusSeconds(second), image);
    }
}
