package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.ORDERED;
import static io.weir.correlate.Telemetry.PROCESS;
import static io.weir.correlate.Telemetry.RULES;
import static io.weir.correlate.Telemetry.THREE;
import static io.weir.correlate.Telemetry.TREE;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.event;
import static io.weir.correlate.Telemetry.seconds;
import static io.weir.correlate.Telemetry.start;
import static io.weir.correlate.Touched.WIDEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.correlate.Telemetry.Told;
import io.weir.event.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What correlation tells, story by story. */
class HostCorrelatorTest {

    private static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofMinutes(10));

    private static JobRun run(Told... events) {
        return new JobRun(RULES, HORIZONS)
                .observeAll(Stream.of(events).map(Told::event).toList());
    }

    private static List<String> alertsOf(String rule, JobRun run) {
        return run.standing().values().stream()
                .filter(body -> body.contains("\"rule\":{\"id\":\"" + rule + "\""))
                .toList();
    }

    /** The stories told forward and backward: the alerts of the rule are the same, and there are as many. */
    private static void tells(String rule, int alerts, Told... events) {
        var backward = Stream.of(events).collect(java.util.stream.Collectors.toList());
        Collections.reverse(backward);
        var forward = alertsOf(rule, run(events));
        assertThat(forward).hasSize(alerts);
        assertThat(alertsOf(rule, run(backward.toArray(Told[]::new)))).isEqualTo(forward);
    }

    @ParameterizedTest(name = "B {0} s after A within 10 s: {1}")
    @CsvSource({"0,1", "1,1", "10,1", "11,0", "-1,0", "-10,0"})
    void theTimespanTakesInBothEnds(long gap, int alerts) {
        tells(
                ORDERED,
                alerts,
                event("a", 100).by("u").matching(A),
                event("b", 100 + gap).by("u").matching(B));
    }

    @Test
    void bBeforeANeverFiresWhenALastArrives() {
        tells(
                ORDERED,
                0,
                event("b", 95).by("u").matching(B),
                event("a", 100).by("u").matching(A));
    }

    @Test
    void aStragglerInsideTheWindowIsNotMissed() {
        tells(
                ORDERED,
                1,
                event("a", 5).by("u").matching(A),
                event("far", 90).by("u").matching(B),
                event("b", 12).by("u").matching(B));
    }

    @Test
    void usersAreComparedWithoutCaseAndEventsWithoutAUserJoinNoGroup() {
        tells(
                ORDERED,
                1,
                event("a", 1).by("Anna").matching(A),
                event("b", 2).by("ANNA").matching(B));
        tells(
                ORDERED,
                0,
                event("a", 1).by("anna").matching(A),
                event("b", 2).by("bert").matching(B));
        tells(ORDERED, 0, event("a", 1).matching(A), event("b", 2).matching(B));
    }

    @Test
    void withoutGroupByAllHostsAreOneGroup() {
        tells(
                THREE,
                1,
                event("a", 1).matching(A),
                event("b", 2).on("ws-2").matching(B),
                event("c", 3).on("ws-3").matching(C));
    }

    @Test
    void oneEventIsNotBeforeItself() {
        tells(ORDERED, 0, event("ab", 1).by("u").matching(A, B));
        tells(
                ORDERED,
                1,
                event("ab", 1).by("u").matching(A, B),
                event("ab2", 2).by("u").matching(A, B));
    }

    @Test
    void timesToTheSecondCountAsOrderedWithinTheSecond() {
        var coarse = new Stamp(100_000_000, 1_000_000);
        tells(
                ORDERED,
                1,
                event("a", 0).to(new Stamp(100_900_000, 1_000)).by("u").matching(A),
                event("b", 0).to(coarse).by("u").matching(B));
    }

    @Test
    void recordNumbersBreakTiesOnlyWithinOneChannelAndHost() {
        var a = event("a", 100).by("u").matching(A).record("security", 8);
        tells(ORDERED, 0, a, event("b", 100).by("u").matching(B).record("security", 7));
        tells(ORDERED, 1, a, event("b", 100).by("u").matching(B).record("security", 9));
        tells(ORDERED, 1, a, event("b", 100).by("u").matching(B).record("sysmon", 7));
        tells(
                ORDERED,
                1,
                a,
                event("b", 100).by("u").matching(B).record("security", 7).on("ws-2"));
    }

    @Test
    void aGroupThatIsFullSaysSoOnItsAlertsAndCountsByRule() {
        var tight = new Horizons(
                Duration.ofHours(1), Duration.ofMinutes(10), Emission.EARLY, new StateBounds(3, 10, 10, 10));
        var hosts = new HostCorrelator(RULES, tight);
        var memory = new InMemoryHost();
        var told = new TreeMap<String, Integer>();
        var flagged = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            var event = act("e" + i, 100 + i, "p1").matching(i == 2 ? B : A).event();
            var outcome = hosts.observe(event, memory, Long.MIN_VALUE);
            outcome.boundsByRule().forEach((rule, number) -> told.merge(rule, number, Integer::sum));
            outcome.changes().stream().filter(AlertChange::bounded).forEach(change -> flagged.add(change.id()));
        }

        assertThat(told).containsEntry(PROCESS, 3).containsEntry(TREE, 3);
        assertThat(flagged).as("of the process, and of its tree").hasSize(2);
    }

    @Test
    void anAlertOfAnEventForWhichAProcessHadNoRoomSaysSo() {
        var tight = new Horizons(
                Duration.ofHours(1), Duration.ofMinutes(10), Emission.EARLY, new StateBounds(10, 3, 10, 10));
        var hosts = new HostCorrelator(RULES, tight);
        var memory = new InMemoryHost();
        var flagged = new ArrayList<Boolean>();
        for (int i = 0; i < 5; i++) {
            var event = act("e" + i, 100 + i, "p1").matching(A).event();
            var outcome = hosts.observe(event, memory, Long.MIN_VALUE);
            outcome.changes().forEach(change -> flagged.add(change.bounded()));
        }

        assertThat(flagged).containsExactly(false, false, false, true, true);
    }

    @Test
    void aStartWithMoreProcessesBelowItThanAreLookedThroughIsCountedAndItsAlertsSaySo() {
        var wide = new Horizons(
                Duration.ofHours(1), Duration.ofMinutes(10), Emission.EARLY, new StateBounds(10, 2 * WIDEST, 10, 10));
        var hosts = new HostCorrelator(RULES, wide);
        var memory = new InMemoryHost();
        for (int i = 0; i < WIDEST; i++) {
            var child = start("s" + i, 100, "c" + i, "p").event();
            assertThat(hosts.observe(child, memory, Long.MIN_VALUE).boundsReached())
                    .isZero();
        }

        var outcome = hosts.observe(start("s", 99, "p", "").matching(A).event(), memory, Long.MIN_VALUE);

        assertThat(outcome.boundsReached()).isEqualTo(1);
        assertThat(outcome.changes()).isNotEmpty().allMatch(AlertChange::bounded);
    }

    @Test
    void theNextAlertSaysHowManyRepeatsWereHeldBack() {
        var story = Stream.of(100, 102, 104, 106, 108, 110, 112, 114, 140, 142)
                .flatMap(second -> Stream.of(
                        event("a" + second, second).by("u").matching(A),
                        event("b" + second, second + 1).by("u").matching(B)))
                .toArray(Told[]::new);

        assertThat(run(story).changes().stream()
                        .filter(change -> change.body().contains("\"rule\":{\"id\":\"" + ORDERED + "\"")))
                .extracting(change -> change.body().replaceAll(".*\"last\":\"[^\"]*T00:(\\d\\d:\\d\\d)Z.*", "$1")
                        + " after " + change.heldBack())
                .containsExactly("01:41 after 0", "01:51 after 4", "02:21 after 2");
    }

    @Test
    void anEpisodeTellsOnceAndOnceMoreForEachFurtherTimespan() {
        tells(
                ORDERED,
                2,
                event("a1", 0).by("u").matching(A),
                event("b1", 2).by("u").matching(B),
                event("b2", 3).by("u").matching(B),
                event("a2", 9).by("u").matching(A),
                event("b3", 12).by("u").matching(B),
                event("b4", 13).by("u").matching(B));
    }

    @ParameterizedTest(name = "true until 10 s, true again at {0} s: {1} alerts")
    @CsvSource({"20,3", "21,2"})
    void anEpisodeEndsAfterAStretchLongerThanTheTimespanInWhichTheConditionDoesNotHold(long again, int alerts) {
        tells(
                ORDERED,
                alerts,
                event("a1", 0).by("u").matching(A),
                event("b1", 0).by("u").matching(B),
                event("a2", again).by("u").matching(A),
                event("b2", again).by("u").matching(B),
                event("a3", 30).by("u").matching(A),
                event("b3", 30).by("u").matching(B));
    }

    @Test
    void theEvidenceIsTheLatestOfEachStep() {
        var alerts = alertsOf(
                ORDERED,
                run(
                        event("b", 9).by("u").matching(B),
                        event("a1", 1).by("u").matching(A),
                        event("a2", 5).by("u").matching(A)));
        assertThat(alerts).singleElement().asString().contains("\"id\":\"a2\"").doesNotContain("\"id\":\"a1\"");
    }

    @Test
    void aRuleThatACorrelationRefersToAlertsAloneOnlyWhereOneGeneratesIt() {
        var run = run(event("a", 1).by("u").matching(A), event("c", 50).matching(C));
        assertThat(alertsOf(A, run)).hasSize(1);
        assertThat(alertsOf(C, run)).isEmpty();
    }

    @Test
    void underALinkBothEventsAreOfOneProcess() {
        tells(
                PROCESS,
                1,
                start("s", 100, "p", "").matching(A),
                act("n", 105, "p").matching(B));
        tells(
                PROCESS,
                0,
                start("s", 100, "p", "").matching(A),
                act("n", 105, "q").matching(B));
        tells(PROCESS, 0, event("s", 100).matching(A), event("n", 105).matching(B));
    }

    @Test
    void aProcessStartsBeforeWhatItDoesWhateverTheClocksSay() {
        tells(
                PROCESS,
                1,
                act("n", 95, "p").matching(B),
                start("s", 100, "p", "").matching(A));
        tells(
                PROCESS,
                1,
                act("n", 10, "p").matching(B),
                start("s", 100, "p", "").matching(A));
        tells(
                PROCESS,
                0,
                start("s", 100, "p", "").matching(A),
                act("n", 111, "p").matching(B));
    }

    @ParameterizedTest(name = "starts of {0} and {1} microseconds: {2}")
    @CsvSource({"1000000,1000,1", "1000,1000000,1", "1000000,1000000,1", "1000,1000,0"})
    void ofStartsThatLookEquallyLateTheOneWrittenMostCoarselyOrdersWhatCameOfThem(
            long ofTheUpper, long ofTheLower, int alerts) {
        tells(
                TREE,
                alerts,
                start("s", 0, "p", "").to(new Stamp(100_000_000, ofTheUpper)),
                start("s2", 0, "q", "p").to(new Stamp(100_000_000, ofTheLower)),
                act("a", 0, "p").to(new Stamp(100_500_000, 1_000)).matching(A),
                act("b", 0, "q").to(new Stamp(100_000_000, 1_000)).matching(B));
    }

    @Test
    void aProcessTreeTakesInDescendantsAtAnyDepthAndTheProcessItself() {
        var lolbin = start("s", 100, "p", "shell").matching(A);
        var child = start("s2", 101, "q", "p");
        var grandchild = start("s3", 102, "r", "q");
        tells(TREE, 1, lolbin, act("n", 105, "p").matching(B));
        tells(TREE, 1, lolbin, child, grandchild, act("n", 105, "r").matching(B));
        tells(TREE, 0, lolbin, grandchild, act("n", 105, "r").matching(B));
        tells(TREE, 0, lolbin, child, act("n", 105, "shell").matching(B));
        tells(TREE, 0, lolbin, child, act("n", 112, "q").matching(B));
    }

    @Test
    void everyAncestorThatMatchesMakesItsOwnGroup() {
        tells(
                TREE,
                2,
                start("s", 100, "p", "").matching(A),
                start("s2", 101, "q", "p").matching(A),
                act("n", 105, "q").matching(B));
    }

    @Test
    void aSharedGuidOnAnotherHostIsAnotherProcess() {
        tells(
                PROCESS,
                0,
                start("s", 100, "p", "").matching(A),
                act("n", 105, "p").on("ws-2").matching(B));
    }

    @Test
    void processesThatDescendFromEachOtherDoNotLoop() {
        tells(
                TREE,
                1,
                start("s", 100, "p", "q").matching(A),
                start("s2", 100, "q", "p"),
                act("n", 105, "q").matching(B));
    }

    @Test
    void aStartFurtherBackThanTheLineageHorizonIsNotSeen() {
        var near = run(start("s", 0, "p", "shell"), act("n", 600, "p").matching(B, A));
        var far = run(start("s", 0, "p", "shell"), act("n", 601, "p").matching(B, A));
        assertThat(alertsOf(A, near)).singleElement().asString().contains("shell.exe");
        assertThat(alertsOf(A, far)).singleElement().asString().doesNotContain("shell.exe");
    }

    @Test
    void aStartThatComesLateRevisesTheBodyAndNotTheId() {
        var before = run(act("n", 5, "p").matching(A));
        var after = run(act("n", 5, "p").matching(A), start("s", 1, "p", "shell"));
        assertThat(after.standing().keySet()).isEqualTo(before.standing().keySet());
        assertThat(alertsOf(A, before)).singleElement().asString().contains("\"complete\":false");
        assertThat(alertsOf(A, after)).singleElement().asString().contains("shell.exe");
    }

    @Test
    void aStartThatComesLateAndIsPartOfTheGroupRevisesTheBodyHoweverLongBeforeItWas() {
        tells(
                PROCESS,
                1,
                act("a", 200, "p").matching(A),
                act("b", 201, "p").matching(B),
                start("s", 1, "p", "shell").matching(A));
    }

    @Test
    void anEventDeliveredAgainChangesNothing() {
        var run = run(event("a", 1).by("u").matching(A), event("a", 1).by("u").matching(A));
        assertThat(run.count(Fate.DUPLICATE)).isOne();
        assertThat(run.standing()).hasSize(1);
    }

    @Test
    void ofTwoCopiesTheOneWithTheSmallerHashCounts() {
        tells(
                ORDERED,
                0,
                event("a", 1).by("u").matching(A),
                event("b", 2).by("u").matching(B).copy("2"),
                event("b", 2).by("u").matching(C).copy("1"));
    }

    @Test
    void anEventStampedAheadOfItsArrivalAlertsAloneAndNeverCorrelates() {
        var run = run(
                event("a", 1_000).by("u").matching(A).arriving(699),
                event("b", 1_001).by("u").matching(B),
                event("a2", 2_000).by("u").matching(A).arriving(1_700),
                event("b2", 2_001).by("u").matching(B));
        assertThat(run.count(Fate.QUARANTINED)).isOne();
        assertThat(alertsOf(A, run)).hasSize(2);
        assertThat(alertsOf(ORDERED, run)).hasSize(1);
    }

    @Test
    void anEventWithoutTimeAlertsAloneAndNeverCorrelates() {
        var run = run(
                event("a", 0).to(Stamp.NONE).by("u").matching(A),
                event("b", 1).by("u").matching(B));
        assertThat(run.count(Fate.TIMELESS)).isOne();
        assertThat(alertsOf(A, run)).singleElement().asString().contains("\"first\":null");
        assertThat(alertsOf(ORDERED, run)).isEmpty();
    }

    @Test
    void anEventBehindTheWatermarkWithinTheLatenessCorrelates() {
        var run = run(event("a", 10_000).by("u").matching(A)).pass(13_600_000_000L);
        run.observe(event("b", 10_001).by("u").matching(B).event());
        assertThat(alertsOf(ORDERED, run)).hasSize(1);
    }

    @Test
    void anEventLaterThanTheLatenessAlertsAloneAndNoMore() {
        var run = run(event("a", 10_000).by("u").matching(A)).pass(13_601_500_000L);
        run.observe(event("b", 10_001).by("u").matching(B).event());
        assertThat(run.count(Fate.LATE)).isOne();
        assertThat(alertsOf(B, run)).hasSize(1);
        assertThat(alertsOf(ORDERED, run)).isEmpty();
    }

    @Test
    void nothingIsLeftOnceEverythingIsForgottenAndNoAlertChangesByIt() {
        var run = run(
                start("s", 100, "p", "shell").by("u").matching(A),
                start("s2", 101, "q", "p").matching(C),
                act("n", 105, "q").by("u").matching(B, C),
                event("x", 106).by("u").matching(A));
        var standing = List.copyOf(run.standing().values());
        assertThat(run.size()).isPositive();
        run.pass(seconds(36_000).micros());
        assertThat(run.size()).isZero();
        assertThat(run.standing().values()).containsExactlyElementsOf(standing);
    }

    @Test
    void aLongEpisodeKeepsItsBeginningWhenItsOldestEventsAreForgotten() {
        var brief = new Horizons(Duration.ofSeconds(5), Duration.ZERO);
        var live = new JobRun(RULES, brief);
        var whole = new JobRun(RULES, brief);
        for (int i = 0; i < 300; i++) {
            var told =
                    event("e" + i, 3L * i).by("u").matching(i % 2 == 0 ? A : B).event();
            live.observe(told).pass(3_000_000L * i);
            whole.observe(told);
        }
        assertThat(live.standing()).isEqualTo(whole.standing());
        assertThat(live.size()).isLessThan(whole.size() / 4);
    }

    @Test
    void manyEventsOfOneGroupWithinOneTimespanAreBoundedAndCounted() {
        var correlation = new CorrelationPlan(RULES, Emission.EARLY)
                .correlations().stream()
                        .filter(one -> one.id().equals(ORDERED))
                        .findFirst()
                        .orElseThrow();
        var memory = new InMemoryGroup();
        var many = java.util.stream.IntStream.range(0, StateBounds.DEFAULT.groupEvents() + 5)
                .mapToObj(i -> new Placed("e" + i, seconds(1), "", -1, "", false, List.of(0), ""))
                .toList();
        var difference = history(correlation, memory).change(List.of(), many, List.of());
        assertThat(difference.dropped()).isEqualTo(5);
        assertThat(history(correlation, memory)
                        .change(List.of(), List.of(), many.subList(0, 1))
                        .bounded())
                .isTrue();
    }

    private static GroupHistory history(Correlation correlation, GroupMemory memory) {
        return new GroupHistory(correlation, "", memory, StateBounds.DEFAULT.groupEvents(), Long.MIN_VALUE);
    }
}
