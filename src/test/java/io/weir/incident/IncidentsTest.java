package io.weir.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.alert.AlertJson;
import io.weir.alert.AlertReader;
import io.weir.alert.AlertRule;
import io.weir.incident.Tie.Bond;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What alerts of a host come to together. Times are seconds. */
class IncidentsTest {

    private static final Duration TREE = Duration.ofDays(1);
    private static final Duration SESSION = Duration.ofMinutes(30);
    private static final long REACH = Duration.ofDays(3).toMillis() * 1_000;

    private static final AlertRule LOLBIN = rule("lolbin", "A LOLBIN runs", "low", "attack.execution", "attack.t1218");
    private static final AlertRule CONNECTION =
            rule("connection", "It connects outside", "medium", "attack.command-and-control", "attack.t1071.001");
    private static final AlertRule TASK =
            rule("task", "It stays", "high", "attack.persistence", "attack.t1053.005", "attack.execution");

    private static AlertRule rule(String id, String title, String level, String... tags) {
        return new AlertRule(id, title, level, List.of(tags));
    }

    private static IncidentMember alert(String id, AlertRule rule, long seconds, String... processes) {
        return tied(id, rule, seconds, Bond.TREE, processes);
    }

    private static IncidentMember tied(String id, AlertRule rule, long seconds, Bond bond, String... keys) {
        long micros = seconds * 1_000_000;
        var ties =
                Stream.of(keys).map(key -> new Tie(bond, key, micros, micros)).toList();
        return new IncidentMember("ws-7", id, rule, "event of " + id, micros, micros, ties, false);
    }

    private static IncidentRun run() {
        return new IncidentRun(new Incidents(new IncidentBounds(TREE, SESSION, 1_000), REACH));
    }

    private static String only(IncidentRun run) {
        assertThat(run.standing()).hasSize(1);
        return run.standing().values().iterator().next();
    }

    @Test
    void alertsOfOneProcessTreeAreOneIncidentWithItsStagesAndTactics() {
        var run = run().observe(alert("a3", TASK, 200, "p2", "p1"))
                .observe(alert("a1", LOLBIN, 100, "p1"))
                .observe(alert("a2", CONNECTION, 160, "p3", "p2", "p1"));

        assertThat(only(run))
                .isEqualTo("{\"id\":\"" + run.standing().keySet().iterator().next() + "\"," + """
                        "host":"ws-7","title":"It stays","level":"high",\
                        "first":"1970-01-01T00:01:40Z","last":"1970-01-01T00:03:20Z",\
                        "tactics":["execution","command-and-control","persistence"],\
                        "techniques":["t1053.005","t1071.001","t1218"],"stages":[\
                        {"rule":{"id":"lolbin","title":"A LOLBIN runs","level":"low","tags":["attack.execution","attack.t1218"]},\
                        "first":"1970-01-01T00:01:40Z","last":"1970-01-01T00:01:40Z","alerts":1},\
                        {"rule":{"id":"connection","title":"It connects outside","level":"medium",\
                        "tags":["attack.command-and-control","attack.t1071.001"]},\
                        "first":"1970-01-01T00:02:40Z","last":"1970-01-01T00:02:40Z","alerts":1},\
                        {"rule":{"id":"task","title":"It stays","level":"high",\
                        "tags":["attack.persistence","attack.t1053.005","attack.execution"]},\
                        "first":"1970-01-01T00:03:20Z","last":"1970-01-01T00:03:20Z","alerts":1}],\
                        "count":3,"alerts":["a1","a2","a3"]}""");
    }

    /** Whoever writes telemetry names the host, and a body that is not whole can't be put into a line. */
    @ParameterizedTest
    @ValueSource(strings = {"ws-\ud83d", "\ude00\ud83d", "ws-\ud83d6"})
    void halfASurrogatePairIsAnEscape(String host) throws IOException {
        var member = new IncidentMember(host, "a1", LOLBIN, "event", 1_000_000, 1_000_000, List.of(), false);

        var body = IncidentJson.body(Incident.of(member, 0));

        assertThat(body).matches("\\p{ASCII}*");
        assertThat(AlertReader.body(body).path("host").asText()).isEqualTo(host);
        assertThat(AlertJson.line(IncidentJson.KEY, new AlertChange("id", body, 1, false), Map.of()))
                .contains(body);
    }

    @Test
    void whatAPersonReadsOfALongHostIsItsBeginning() {
        var member =
                new IncidentMember("w".repeat(5_000), "a1", LOLBIN, "event", 1_000_000, 1_000_000, List.of(), false);

        assertThat(IncidentStory.of(IncidentJson.body(Incident.of(member, 0))).headline())
                .isEqualTo("1970-01-01T00:00:01Z  " + "w".repeat(160) + "…  LOW  INCIDENT of 1 alert  A LOLBIN runs");
    }

    @Test
    void processesThatHaveNothingInCommonAreIncidentsOfTheirOwn() {
        var run = run().observe(alert("a1", LOLBIN, 100, "p1")).observe(alert("a2", LOLBIN, 101, "p2"));

        assertThat(run.standing()).hasSize(2);
        assertThat(run.opened()).isEqualTo(2);
    }

    @Test
    void anAlertThatTiesTwoIncidentsWithdrawsTheLater() {
        var run = run().observe(alert("a2", LOLBIN, 200, "p2")).observe(alert("a1", LOLBIN, 100, "p1"));
        var ids = List.copyOf(run.standing().keySet());
        var first = run().observe(alert("a1", LOLBIN, 100, "p1"))
                .standing()
                .keySet()
                .iterator()
                .next();

        run.observe(alert("a3", CONNECTION, 300, "p3", "p2", "p1"));

        assertThat(run.standing()).containsOnlyKeys(first);
        assertThat(run.changes())
                .filteredOn(AlertChange::withdraws)
                .extracting(AlertChange::id)
                .containsExactlyElementsOf(
                        ids.stream().filter(id -> !id.equals(first)).toList());
    }

    @Test
    void anAlertThatIsWithdrawnLeavesWhatItHeldTogetherApart() {
        var bridge = alert("a3", CONNECTION, 300, "p1", "p2");
        var run = run().observe(alert("a1", LOLBIN, 100, "p1")).observe(bridge).observe(alert("a2", LOLBIN, 200, "p2"));
        assertThat(run.standing()).hasSize(1);

        run.observe(bridge.asWithdrawn());

        assertThat(run.standing()).hasSize(2);
    }

    @Test
    void anIncidentWhoseLastAlertIsWithdrawnStandsNoMore() {
        var alert = alert("a1", LOLBIN, 100, "p1");

        assertThat(run().observe(alert).observe(alert.asWithdrawn()).standing()).isEmpty();
    }

    @Test
    void aStartThatComesLateBringsTheTreesTogether() {
        var run = run().observe(alert("a1", LOLBIN, 100, "p1")).observe(alert("a2", CONNECTION, 200, "p2"));
        assertThat(run.standing()).hasSize(2);

        run.observe(alert("a2", CONNECTION, 200, "p2", "p1"));

        assertThat(run.standing()).hasSize(1);
    }

    @Test
    void aTreeHoldsForADayAndASessionForHalfAnHourToTheMicrosecond() {
        long day = TREE.toSeconds();
        long halfAnHour = SESSION.toSeconds();

        assertThat(run().observe(alert("a1", LOLBIN, 0, "p"))
                        .observe(alert("a2", LOLBIN, day, "p"))
                        .standing())
                .hasSize(1);
        assertThat(run().observe(alert("a1", LOLBIN, 0, "p"))
                        .observe(alert("a2", LOLBIN, day + 1, "p"))
                        .standing())
                .hasSize(2);
        assertThat(run().observe(tied("a1", LOLBIN, 0, Bond.SESSION, "s"))
                        .observe(tied("a2", LOLBIN, halfAnHour, Bond.SESSION, "s"))
                        .standing())
                .hasSize(1);
        assertThat(run().observe(tied("a1", LOLBIN, 0, Bond.SESSION, "s"))
                        .observe(tied("a2", LOLBIN, halfAnHour + 1, Bond.SESSION, "s"))
                        .standing())
                .hasSize(2);
    }

    @Test
    void aSessionAndAProcessOfOneNameAreNotTheSame() {
        assertThat(run().observe(tied("a1", LOLBIN, 0, Bond.SESSION, "x"))
                        .observe(alert("a2", LOLBIN, 0, "x"))
                        .standing())
                .hasSize(2);
    }

    @Test
    void moreOfTheSameIsToldOnceTheWatermarkMovesAndNotEachTime() {
        var run = run().observe(alert("a0", LOLBIN, 0, "p"));
        IntStream.rangeClosed(1, 500).forEach(i -> run.observe(alert("a" + i, LOLBIN, i, "p")));
        assertThat(run.changes()).hasSize(1);

        run.pass(600_000_000);

        assertThat(run.changes()).hasSize(2);
        assertThat(only(run)).contains("\"count\":501");
        assertThat(run.pass(700_000_000).changes()).hasSize(2);
    }

    @Test
    void aHigherLevelOrAFurtherStageIsToldAtOnce() {
        var run = run().observe(alert("a1", LOLBIN, 0, "p")).observe(alert("a2", TASK, 1, "p"));

        assertThat(run.changes()).hasSize(2);
        assertThat(run.changes().get(1).body()).contains("\"level\":\"high\"", "\"count\":2");
    }

    @Test
    void anAlertThatComesAgainChangesNothing() {
        var alert = alert("a1", LOLBIN, 100, "p1");

        assertThat(run().observe(alert).observe(alert).changes()).hasSize(1);
    }

    @Test
    void aFullIncidentSaysSoAndWhatGoesOnIsAnother() {
        var run = new IncidentRun(new Incidents(new IncidentBounds(TREE, SESSION, 3), REACH));
        IntStream.range(0, 7).forEach(i -> run.observe(alert("a" + i, LOLBIN, 100, "p", "q" + i)));

        assertThat(run.pass(200_000_000).standing().values())
                .extracting(body -> body.replaceAll(".*\"count\":(\\d).*", "$1"))
                .containsExactlyInAnyOrder("3", "3", "1");
        assertThat(run.boundsReached()).isEqualTo(2);
        assertThat(run.changes()).filteredOn(AlertChange::bounded).isNotEmpty();
        assertThat(run.pass(Long.MAX_VALUE).size()).isZero();
    }

    @Test
    void twoThatHaveNoRoomForEachOtherStayApartAndSaySo() {
        var run = new IncidentRun(new Incidents(new IncidentBounds(TREE, SESSION, 4), REACH));
        IntStream.range(0, 3).forEach(i -> run.observe(alert("a" + i, LOLBIN, i, "p")));
        IntStream.range(0, 2).forEach(i -> run.observe(alert("b" + i, LOLBIN, i, "q")));

        run.observe(alert("c", TASK, 5, "p", "q"));

        assertThat(run.standing()).hasSize(2);
        assertThat(run.boundsReached()).isPositive();
        assertThat(run.pass(Long.MAX_VALUE).size()).isZero();
    }

    private static IncidentRun runOfAtMost(int alerts) {
        return new IncidentRun(new Incidents(new IncidentBounds(TREE, SESSION, alerts), REACH));
    }

    /** An alert of the event of another one. */
    private static IncidentMember alsoOf(IncidentMember other, String id, AlertRule rule, String... processes) {
        var ties = Stream.concat(
                        Stream.of(processes).map(key -> new Tie(Bond.TREE, key, other.first(), other.last())),
                        other.ties().stream())
                .sorted()
                .toList();
        return new IncidentMember(other.host(), id, rule, other.event(), other.first(), other.last(), ties, false);
    }

    @Test
    void twoThatHaveNoRoomForEachOtherAreNotOneBecauseTheyBeginWithOneEvent() {
        var first = alert("b", LOLBIN, 5, "q");
        var run = runOfAtMost(4).observe(first);
        IntStream.range(0, 3).forEach(i -> run.observe(alert("a" + i, LOLBIN, 10, "p")));

        run.observe(alsoOf(first, "c", TASK, "p"));

        assertThat(counts(run)).containsExactlyInAnyOrder("1", "4");
    }

    @Test
    void whatAFullOneKeepsOutBecomesPartOfAnotherThatSaysSoAndHasAnIdOfItsOwn() {
        var first = alert("a0", LOLBIN, 5, "p");
        var run = runOfAtMost(3).observe(first);
        IntStream.range(1, 3).forEach(i -> run.observe(alert("a" + i, LOLBIN, 10, "p")));
        run.observe(alert("b", LOLBIN, 10, "q"));

        run.observe(alsoOf(first, "c", LOLBIN, "q"));

        assertThat(counts(run)).containsExactlyInAnyOrder("3", "2");
        assertThat(run.changes().get(run.changes().size() - 1).bounded()).isTrue();
    }

    @Test
    void aFullOneThatComesApartLeavesOthersFull() {
        var run = runOfAtMost(2);
        var last = alert("b1", LOLBIN, 30, "p");
        run.observe(alert("a0", LOLBIN, 10, "p"))
                .observe(alert("a1", LOLBIN, 10, "p"))
                .observe(alert("b0", LOLBIN, 20, "p"))
                .observe(last);

        run.observe(last.asWithdrawn());

        assertThat(counts(run)).containsExactlyInAnyOrder("2", "1");
        assertThat(run.changes().get(run.changes().size() - 1).bounded())
                .as("the first two still belong to it")
                .isTrue();
    }

    @Test
    void aTreeThatFillsOneAfterTheOtherKeepsLittleOfThem() {
        var run = runOfAtMost(2);
        IntStream.range(0, 1_000).forEach(i -> run.observe(alert("a" + i, LOLBIN, 10 + i, "p")));

        assertThat(run.standing()).hasSize(500);
        assertThat(run.mostSpans()).isLessThanOrEqualTo(Span.MOST_APART + 1);
        assertThat(run.pass(Long.MAX_VALUE).size()).isZero();
    }

    @Test
    void whatAFullOneIsTiedToAfterwardsSaysThatItIsKeptApart() {
        var alert = alert("a0", LOLBIN, 10, "p");
        var run = runOfAtMost(2)
                .observe(alert)
                .observe(alert("a1", LOLBIN, 10, "p"))
                .observe(alert("b0", LOLBIN, 20, "q"));

        run.observe(alert("a0", LOLBIN, 10, "p", "q"));

        assertThat(run.changes().get(run.changes().size() - 1).body()).contains("\"b0\"");
        assertThat(run.changes().get(run.changes().size() - 1).bounded()).isTrue();
        assertThat(run.observe(alert("b1", LOLBIN, 20, "q"))
                        .pass(Long.MAX_VALUE)
                        .size())
                .isZero();
    }

    private static List<String> counts(IncidentRun run) {
        return run.standing().values().stream()
                .map(body -> body.replaceAll(".*\"count\":(\\d).*", "$1"))
                .toList();
    }

    @Test
    void isForgottenOnceNothingCanBeAddedToItAnyMore() {
        var run = run().observe(alert("a1", LOLBIN, 0, "p"));
        long keep = REACH + TREE.toMillis() * 1_000;

        assertThat(run.pass(keep - 1).size()).isPositive();
        assertThat(run.observe(alert("a2", LOLBIN, 60, "p")).pass(keep).size()).isPositive();
        assertThat(run.pass(keep + 60_000_000).size()).isZero();
        assertThat(run.standing()).as("what is forgotten still stands").hasSize(1);
    }
}
