package io.weir.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertHead;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On random histories an inquest finds the alerts that the engine makes with all rules in force, and a lack wherever there is none. */
class InquestLawTest {

    private static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofSeconds(60));
    private static final int ALL = Integer.MAX_VALUE;

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.range(0, Long.getLong("seeds", 400));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatTheEngineFindsAndALackWhereverThereIsNothing(long seed) {
        var random = new Random(seed);
        var sets = Rules.values();
        var rules = sets[(int) (seed % sets.length)].rules();
        var events = AnyOrderLawTest.history(random, rules);
        var standing =
                new CorrelationRun(rules, HORIZONS).observeAll(events).end().standing();

        rules.correlations().forEach(rule -> assertAgrees(rules, rule, events, standing));
    }

    private static void assertAgrees(
            RuleSet rules, CorrelationRule rule, List<MatchedEvent> events, Map<String, String> standing) {
        var inquest = new Inquest(rules, rule, HORIZONS);
        events.forEach(inquest::observe);
        var groups = inquest.groups();

        var verdict = inquest.end(ALL);

        if (rules.alertsAlone(rule.header().id())) {
            assertThat(verdict.alerts()).as("%s", rule.header().label()).isEqualTo(of(rule, standing));
        }
        assertThat(groups - verdict.attempts().size())
                .as(
                        "groups of %s that lack nothing, as against those that alerted",
                        rule.header().label())
                .isEqualTo((int) verdict.alerts().values().stream()
                        .map(AlertHead::of)
                        .map(alert -> Gathered.Name.of(rule, alert.host(), alert.group()))
                        .distinct()
                        .count());
        assertThat(verdict.attempts())
                .allSatisfy(
                        attempt -> assertThat(attempt.shortfall().nearness()).isBetween(0.0, 1.0));
    }

    private static Map<String, String> of(CorrelationRule rule, Map<String, String> standing) {
        var own = new TreeMap<>(standing);
        own.values()
                .removeIf(
                        body -> !AlertHead.of(body).rule().equals(rule.header().id()));
        return own;
    }
}
