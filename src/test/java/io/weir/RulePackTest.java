package io.weir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.alert.AlertReader;
import io.weir.check.LoadedRules;
import io.weir.correlate.Horizons;
import io.weir.correlate.JobRun;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule pack against the tests beside its rules, in whatever order the events come. */
class RulePackTest {

    private static final Path PACK = Path.of("rules");
    private static final String RULE = ".yml";
    private static final String TESTS = ".test.json";
    private static final String ALERTS = "alerts";
    private static final String MATCHES = "matches";
    private static final int SHUFFLES = 3;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventDecoder DECODER = EventDecoder.standard();
    private static final Horizons HORIZONS = new Horizons(Duration.ofHours(24), Duration.ofHours(24));
    private static final LoadedRules LOADED = load();

    /**
     * One test of a rule.
     *
     * @param rule the rule's id
     * @param counted {@link #ALERTS} or {@link #MATCHES}
     */
    private record Case(String rule, String counted, int expected, List<Event> events) {}

    private static LoadedRules load() {
        try {
            return LoadedRules.read(List.of(PACK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleSet rules() {
        return LOADED.rules();
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.list(PACK)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static Stream<Arguments> ruleFiles() throws IOException {
        return files(RULE).stream().map(file -> argumentSet(nameOf(file, RULE), file));
    }

    static Stream<Arguments> testsOfThePack() throws IOException {
        return files(TESTS).stream().flatMap(file -> tests(file).map(test -> arguments(file, test)));
    }

    private static Stream<JsonNode> tests(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file)).required("tests").valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arguments arguments(Path file, JsonNode test) {
        var pack = nameOf(file, TESTS);
        var counted = test.has(ALERTS) ? ALERTS : MATCHES;
        var expected = test.required(counted).intValue();
        return argumentSet(
                pack + ": " + test.required("name").textValue(),
                new Case(ruleOf(pack), counted, expected, events(test)));
    }

    private static String nameOf(Path file, String ending) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }

    private static String ruleOf(String pack) {
        var ids = idsIn(PACK.resolve(pack + RULE));
        assertThat(ids).as("rules in %s", pack + RULE).hasSize(1);
        return ids.get(0);
    }

    private static List<String> idsIn(Path file) {
        try {
            var parsed = RuleParser.parse(List.of(new RuleFile(file.toString(), Files.readAllBytes(file))));
            return parsed.rules().stream()
                    .map(SigmaRule::header)
                    .map(header -> header.id())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Event> events(JsonNode test) {
        var events = new ArrayList<Event>();
        for (var raw : test.required("events")) {
            var decoded = DECODER.decode(bytes(raw), Stamp.NONE);
            assertThat(decoded.undecodable()).isEmpty();
            events.addAll(decoded.events());
        }
        assertThat(events).isNotEmpty();
        return events;
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRuleIsInForceAndNoneRefused() throws IOException {
        assertThat(LOADED.problems()).isEmpty();
        var inForce = Stream.concat(rules().detections().stream(), rules().correlations().stream())
                .map(rule -> rule.header().id());
        var written = files(RULE).stream().flatMap(file -> idsIn(file).stream());
        assertThat(inForce)
                .containsExactlyInAnyOrderElementsOf(written.toList())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void everyRuleHasATestThatMatchesAndOneThatMustNot(Path rule) {
        var expected = tests(PACK.resolve(nameOf(rule, RULE) + TESTS))
                .map(test -> test.path(test.has(ALERTS) ? ALERTS : MATCHES).intValue());
        assertThat(expected).anyMatch(count -> count > 0).contains(0);
    }

    @Test
    void everyTestFileBelongsToARule() throws IOException {
        assertThat(files(TESTS).stream().map(file -> nameOf(file, TESTS)))
                .isEqualTo(files(RULE).stream().map(file -> nameOf(file, RULE)).toList());
    }

    @ParameterizedTest
    @MethodSource("testsOfThePack")
    void everyTestOfThePackHoldsInWhateverOrderItsEventsCome(Case test) throws IOException {
        assertHolds(test, test.events(), "forward");
        var backward = new ArrayList<>(test.events());
        Collections.reverse(backward);
        assertHolds(test, backward, "backward");
        for (int seed = 0; seed < SHUFFLES; seed++) {
            var shuffled = new ArrayList<>(test.events());
            Collections.shuffle(shuffled, new Random(seed));
            assertHolds(test, shuffled, "shuffled by seed " + seed);
        }
    }

    private static void assertHolds(Case test, List<Event> events, String order) throws IOException {
        int found = test.counted().equals(ALERTS) ? alerts(test.rule(), events) : matches(test.rule(), events);
        assertThat(found).as("%s, %s", test.counted(), order).isEqualTo(test.expected());
    }

    private static int alerts(String rule, List<Event> events) throws IOException {
        var run = new JobRun(rules(), HORIZONS);
        events.forEach(event -> rules().observe(event).ifPresent(run::observe));
        int alerts = 0;
        for (var body : run.standing().values()) {
            alerts += AlertReader.body(body).at("/rule/id").textValue().equals(rule) ? 1 : 0;
        }
        return alerts;
    }

    private static int matches(String rule, List<Event> events) {
        return (int) events.stream()
                .flatMap(event -> rules().matching(event).stream())
                .filter(matched -> matched.header().id().equals(rule))
                .count();
    }
}
