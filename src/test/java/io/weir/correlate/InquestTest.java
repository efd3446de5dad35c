package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.ORDERED;
import static io.weir.correlate.Telemetry.PROCESS;
import static io.weir.correlate.Telemetry.RULES;
import static io.weir.correlate.Telemetry.TREE;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.detection;
import static io.weir.correlate.Telemetry.event;
import static io.weir.correlate.Telemetry.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.Inquest.Verdict;
import io.weir.correlate.KeptOut.Reason;
import io.weir.correlate.Telemetry.Told;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InquestTest {

    private static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofMinutes(10));
    private static final long SECOND = 1_000_000;

    private static Inquest inquest(RuleSet rules, String rule) {
        return new Inquest(rules, (CorrelationRule) rules.rule(rule).orElseThrow(), HORIZONS);
    }

    private static Verdict of(RuleSet rules, String rule, Told... events) {
        var inquest = inquest(rules, rule);
        Stream.of(events).map(event -> event.event(rules)).forEach(inquest::observe);
        return inquest.end(10);
    }

    private static Verdict of(String rule, Told... events) {
        return of(RULES, rule, events);
    }

    private static String named(RuleSet rules, String name) {
        return rules.correlations().stream()
                .filter(rule -> rule.header().name().equals(name))
                .map(rule -> rule.header().id())
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> shortfalls() {
        return Stream.of(
                shortfall(
                        "the second came 12 s after the timespan",
                        ORDERED,
                        new Shortfall.TooLong(22 * SECOND, 12 * SECOND),
                        event("a", 100).by("u").matching(A),
                        event("b", 122).by("u").matching(B)),
                shortfall(
                        "of several tries the one that came closest",
                        ORDERED,
                        new Shortfall.TooLong(13 * SECOND, 3 * SECOND),
                        event("a1", 100).by("u").matching(A),
                        event("a2", 110).by("u").matching(A),
                        event("b", 123).by("u").matching(B)),
                shortfall(
                        "the second came first",
                        ORDERED,
                        new Shortfall.WrongOrder(A, B, 5 * SECOND),
                        event("a", 100).by("u").matching(A),
                        event("b", 95).by("u").matching(B)),
                shortfall(
                        "one event is not before itself",
                        ORDERED,
                        new Shortfall.WrongOrder(A, B, 0),
                        event("a", 100).by("u").matching(A, B)),
                shortfall(
                        "nothing came second",
                        ORDERED,
                        new Shortfall.Missing(List.of(A), List.of(B)),
                        event("a", 100).by("u").matching(A)),
                shortfall(
                        "only what comes second matched in the process tree",
                        TREE,
                        new Shortfall.Missing(List.of(A), List.of(B)),
                        start("a", 100, "p1", "").matching(A),
                        start("s", 101, "p2", ""),
                        act("b", 102, "p2").matching(B)));
    }

    private static Arguments shortfall(String name, String rule, Shortfall expected, Told... events) {
        return Arguments.argumentSet(name, rule, expected, List.of(events));
    }

    @ParameterizedTest
    @MethodSource("shortfalls")
    void tellsWhatAGroupLacksAndByHowMuch(String rule, Shortfall expected, List<Told> events) {
        var verdict = of(rule, events.toArray(Told[]::new));

        assertThat(verdict.matches()).isFalse();
        assertThat(verdict.attempts().get(0).shortfall()).isEqualTo(expected);
        assertThat(verdict.attempts().get(0).sightings()).isNotEmpty();
    }

    @Test
    void whereARuleIsTwoStepsOneEventIsOneOfThem() {
        var rules = Rules.ORDERED.rules();

        var verdict = of(rules, named(rules, "again"), event("a", 100).by("u").matching(A));

        assertThat(verdict.attempts().get(0).shortfall()).isEqualTo(new Shortfall.Missing(List.of(A), List.of(B, A)));
        assertThat(verdict.attempts().get(0).sightings()).hasSize(1);
    }

    @Test
    void tellsHowManyOfHowManyWereInTheWindowThatCameNearest() {
        var rules = Rules.COUNTS.rules();

        var verdict = of(
                rules,
                named(rules, "count-user"),
                event("1", 100).by("u").matching(A),
                event("2", 111).by("u").matching(A),
                event("3", 121).by("u").matching(A));

        var shortfall = (Shortfall.Amount) verdict.attempts().get(0).shortfall();
        assertThat(shortfall.measured()).isEqualTo("2");
        assertThat(shortfall.wanted()).containsExactly("gte: 3");
        assertThat(shortfall.of()).isEqualTo("events");
        assertThat(verdict.attempts().get(0).group()).isEqualTo(Map.of("User", "u"));
    }

    @Test
    void tellsWhatMustNotBeThere() {
        var rules = Rules.TEMPORAL.rules();

        var verdict = of(
                rules,
                named(rules, "without"),
                event("1", 100).matching(A),
                event("2", 101).matching(B),
                event("3", 102).matching(C));

        assertThat(verdict.attempts().get(0).shortfall()).isEqualTo(new Shortfall.Unwanted(C));
    }

    static Stream<Arguments> exclusions() {
        var numbers = Rules.NUMBERS.rules();
        var sum = named(numbers, "sum");
        return Stream.of(
                excluded(
                        "the group-by field is absent",
                        RULES,
                        ORDERED,
                        Reason.FIELD_ABSENT,
                        "User",
                        0,
                        event("a", 100).matching(A)),
                excluded(
                        "an alias of it is absent",
                        Rules.ALIASES.rules(),
                        named(Rules.ALIASES.rules(), "alias"),
                        Reason.FIELD_ABSENT,
                        "Target",
                        0,
                        event("b", 100).by("u").matching(B)),
                excluded(
                        "what is summed up is absent",
                        numbers,
                        sum,
                        Reason.VALUE_ABSENT,
                        "Bytes",
                        0,
                        event("a", 100).by("u").matching(A)),
                excluded(
                        "what is summed up is no number",
                        numbers,
                        sum,
                        Reason.NO_NUMBER,
                        "Bytes",
                        0,
                        event("a", 100).by("u").with("Bytes", "many").matching(A)),
                excluded(
                        "the clock is a minute further ahead than it may be",
                        RULES,
                        ORDERED,
                        Reason.CLOCK_AHEAD,
                        "",
                        60 * SECOND,
                        event("a", 1_000).by("u").arriving(640).matching(A)),
                excluded(
                        "there is no time",
                        RULES,
                        ORDERED,
                        Reason.NO_TIME,
                        "",
                        0,
                        event("a", 100).by("u").to(Stamp.NONE).matching(A)),
                excluded(
                        "there is no process",
                        RULES,
                        PROCESS,
                        Reason.NO_PROCESS,
                        "",
                        0,
                        event("b", 100).matching(B)),
                excluded(
                        "it is another process",
                        RULES,
                        PROCESS,
                        Reason.NO_LINK,
                        "",
                        0,
                        start("s", 90, "p2", ""),
                        act("b", 100, "p2").matching(B)),
                excluded(
                        "the start of its process was not seen",
                        RULES,
                        TREE,
                        Reason.ANCESTRY_UNKNOWN,
                        "",
                        0,
                        act("b", 100, "p2").matching(B)));
    }

    private static Arguments excluded(
            String name, RuleSet rules, String rule, Reason reason, String detail, long micros, Told... events) {
        return Arguments.argumentSet(name, rules, rule, reason, detail, micros, List.of(events));
    }

    @ParameterizedTest
    @MethodSource("exclusions")
    void tellsWhyAMatchCameToNoGroup(
            RuleSet rules, String rule, Reason reason, String detail, long micros, List<Told> events) {
        var verdict = of(rules, rule, events.toArray(Told[]::new));

        assertThat(verdict.keptOut())
                .filteredOn(kept -> kept.reason() != Reason.NEVER_MATCHED)
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.reason()).isEqualTo(reason);
                    assertThat(kept.detail()).isEqualTo(detail);
                    assertThat(kept.micros()).isEqualTo(micros);
                    assertThat(kept.events()).isEqualTo(1);
                    assertThat(kept.examples()).hasSize(1);
                });
    }

    @Test
    void aMatchOfARuleThatIsTwoStepsIsCountedOnce() {
        var rules = Rules.ORDERED.rules();

        var verdict = of(rules, named(rules, "again"), event("a", 100).matching(A));

        assertThat(verdict.keptOut())
                .filteredOn(kept -> kept.reason() == Reason.FIELD_ABSENT)
                .singleElement()
                .satisfies(kept -> assertThat(kept.events()).isEqualTo(1));
    }

    @Test
    void tellsHowLateWhatWasTooLate() {
        var inquest = inquest(RULES, ORDERED);
        inquest.observe(event("a", 10_000).by("u").matching(A).event());
        inquest.pass(10_000 * SECOND);

        inquest.observe(event("b", 10_000 - 3_607).by("u").matching(B).event());

        assertThat(inquest.end(10).keptOut())
                .filteredOn(kept -> kept.reason() == Reason.LATE)
                .singleElement()
                .satisfies(kept -> assertThat(kept.micros()).isEqualTo(7 * SECOND));
    }

    @Test
    void tellsThatARuleItRefersToNeverMatched() {
        var verdict = of(ORDERED, event("a", 100).by("u").matching(A));

        assertThat(verdict.matched()).isEqualTo(Map.of(A, 1, B, 0));
        assertThat(verdict.keptOut()).contains(KeptOut.without(Reason.NEVER_MATCHED, B, 0));
    }

    @Test
    void countsTheAlertsOfACorrelationThatAnotherRefersTo() {
        var rules = Rules.CHAINS.rules();

        var verdict = of(
                rules,
                named(rules, "then"),
                event("1", 100).by("u").matching(A),
                event("2", 101).by("u").matching(A),
                event("3", 130).by("u").matching(B));

        assertThat(verdict.matched()).isEqualTo(Map.of(named(rules, "many"), 1, B, 1));
        assertThat(verdict.attempts().get(0).shortfall()).isEqualTo(new Shortfall.TooLong(29 * SECOND, 9 * SECOND));
    }

    @Test
    void tellsWhyAnAlertOfACorrelationCameToNoGroup() {
        var rules = Telemetry.rules(detection(A), """
                title: Many
                name: many
                correlation: {type: event_count, rules: [%s], group-by: [User], timespan: 10s, condition: {gte: 2}}
                """.formatted(A), """
                title: By Target
                name: by-target
                correlation: {type: event_count, rules: [many], group-by: [Target], timespan: 20s, condition: {gte: 1}}
                """);

        var verdict = of(
                rules,
                named(rules, "by-target"),
                event("1", 100).by("u").matching(A),
                event("2", 101).by("u").matching(A));

        assertThat(verdict.matched()).isEqualTo(Map.of(named(rules, "many"), 1));
        assertThat(verdict.attempts()).isEmpty();
        assertThat(verdict.keptOut()).singleElement().satisfies(kept -> {
            assertThat(kept.reason()).isEqualTo(Reason.FIELD_ABSENT);
            assertThat(kept.rule()).isEqualTo(named(rules, "many"));
            assertThat(kept.detail()).isEqualTo("Target");
        });
    }

    @Test
    void saysThatABoundWasReached() {
        var inquest = inquest(RULES, ORDERED);
        IntStream.rangeClosed(0, StateBounds.DEFAULT.groupEvents())
                .mapToObj(i -> event("a" + i, 100).by("u").matching(A).event())
                .forEach(inquest::observe);

        assertThat(inquest.end(1).keptOut()).contains(KeptOut.without(Reason.NO_ROOM, ORDERED, 1));
    }

    @Test
    void tellsOfAGroupThatAlertsItsAlertAndOfOthersWhatTheyLack() {
        var verdict = of(
                ORDERED,
                event("a", 100).by("u").matching(A),
                event("b", 101).by("u").matching(B),
                event("c", 100).by("v").matching(A));

        assertThat(verdict.alerts()).hasSize(1);
        assertThat(verdict.attempts()).extracting(Inquest.Attempt::group).containsExactly(Map.of("User", "v"));
    }
}
