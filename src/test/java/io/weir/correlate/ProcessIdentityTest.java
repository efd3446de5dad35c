package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.PROCESS;
import static io.weir.correlate.Telemetry.RULES;
import static io.weir.correlate.Telemetry.TREE;
import static io.weir.correlate.Telemetry.audited;
import static io.weir.correlate.Telemetry.auditedBoot;
import static io.weir.correlate.Telemetry.boot;
import static io.weir.correlate.Telemetry.created;
import static io.weir.correlate.Telemetry.exited;
import static io.weir.correlate.Telemetry.start;
import static io.weir.correlate.Telemetry.sysmonAct;
import static io.weir.correlate.Telemetry.sysmonStart;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.Telemetry.Told;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which process an event is of where no GUID says it, and which events are one, story by story; each is told in several orders. */
class ProcessIdentityTest {

    private static final String ENDS = "10.0.0.1|50000 93.184.216.34|443";
    private static final String CMD = "C:\\Windows\\System32\\cmd.exe";
    private static final String SHELL = "C:\\Windows\\System32\\powershell.exe";
    private static final Horizons HORIZONS = new Horizons(Duration.ofHours(24), Duration.ofHours(24));

    private static List<String> alertsOf(String rule, Told... story) {
        var events = new ArrayList<>(Stream.of(story).map(Told::event).toList());
        List<String> first = List.of();
        for (int order = 0; order < 6; order++) {
            var alerts = new CorrelationRun(RULES, HORIZONS)
                    .observeAll(events).standing().values().stream()
                            .filter(body -> body.contains("\"rule\":{\"id\":\"" + rule + "\""))
                            .toList();
            assertThat(order == 0 ? alerts : first).isEqualTo(alerts);
            first = alerts;
            Collections.shuffle(events, new Random(order));
        }
        return first;
    }

    private static void tells(String rule, int alerts, Told... story) {
        assertThat(alertsOf(rule, story)).hasSize(alerts);
    }

    @Test
    void aProcessIdIsItsProcessUntilThatEnds() {
        var lolbin = created("s", 100, "7", CMD).matching(A);
        tells(PROCESS, 1, lolbin, audited("n", 105, "7", CMD).matching(B));
        tells(PROCESS, 0, lolbin, audited("n", 105, "8", CMD).matching(B));
        tells(
                PROCESS,
                0,
                lolbin,
                exited("e", 101, "7", CMD),
                audited("n", 105, "7", SHELL).matching(B));
    }

    @Test
    void aDescendantIsFoundThroughIds() {
        var lolbin = created("s", 100, "7", CMD).matching(A);
        var child = created("c", 101, "8", SHELL).under("7", CMD);
        var grandchild = created("g", 102, "9", SHELL).under("8", SHELL);
        tells(TREE, 1, lolbin, child, grandchild, audited("n", 104, "9", SHELL).matching(B));
        tells(TREE, 0, lolbin, grandchild, audited("n", 104, "9", SHELL).matching(B));
    }

    @Test
    void aChildWhoseStartTellsNoIdIsFoundThroughTheIdOfItsParent() {
        tells(
                TREE,
                1,
                sysmonStart("c", 101, "q", "", SHELL).under("7", CMD),
                sysmonAct("n", 104, "q", "", SHELL).matching(B),
                created("s", 100, "7", CMD).matching(A));
    }

    @Test
    void anIdThatIsUsedAgainIsAnotherProcess() {
        var lolbin = created("s", 100, "7", CMD).matching(A);
        tells(
                PROCESS,
                0,
                lolbin,
                created("s2", 103, "7", SHELL),
                audited("n", 105, "7", SHELL).matching(B));
        tells(
                PROCESS,
                1,
                lolbin,
                exited("e", 103, "7", CMD),
                created("s2", 104, "7", SHELL),
                audited("n", 102, "7", CMD).matching(B));
    }

    @Test
    void anIdThatIsUsedAgainWithinASecondIsToldApartByRecordNumbers() {
        var second = new Stamp(100_000_000, 1_000_000);
        var lolbin = created("s", 0, "7", CMD).to(second).record("security", 1).matching(A);
        var ended = exited("e", 0, "7", CMD).to(second).record("security", 2);
        var again = created("s2", 0, "7", CMD).to(second).record("security", 3);
        tells(
                PROCESS,
                0,
                lolbin,
                ended,
                again,
                audited("n", 0, "7", CMD).to(second).record("security", 4).matching(B));
        tells(
                PROCESS,
                1,
                created("s", 0, "7", CMD).to(second).record("security", 1),
                ended,
                again.matching(A),
                audited("n", 0, "7", CMD).to(second).record("security", 4).matching(B));
    }

    @ParameterizedTest(name = "the end''s record is 5, the event''s {0}: {1}")
    @CsvSource({"6, 0", "4, 1", "-1, 1"})
    void anEndWithinTheSecondOfAnEventIsBeforeItWhereTheRecordNumberSaysSo(long number, int alerts) {
        tells(
                PROCESS,
                alerts,
                created("s", 95, "7", CMD).matching(A),
                audited("n", 0, "7", "")
                        .to(new Stamp(100_000_000, 1_000_000))
                        .record("security", number)
                        .matching(B),
                exited("e", 0, "7", CMD).to(new Stamp(100_900_000, 1_000)).record("security", 5));
    }

    @ParameterizedTest(name = "the boot''s record is 5, the event''s {0}: {1}")
    @CsvSource({"6, 0", "4, 1", "-1, 1"})
    void aBootAtTheTimeOfAnEventIsBeforeItWhereTheRecordNumberSaysSo(long number, int alerts) {
        tells(
                PROCESS,
                alerts,
                created("s", 95, "7", CMD).matching(A),
                boot("b", 100).record("system", 5),
                audited("n", 100, "7", "").record("system", number).matching(B));
    }

    @ParameterizedTest(name = "the boot''s record is 5, the event''s {0}: {1}")
    @CsvSource({"6, 0", "4, 1", "-1, 1"})
    void aBootWithinTheSecondOfAnEventIsBeforeItWhereTheRecordNumberSaysSo(long number, int alerts) {
        tells(
                PROCESS,
                alerts,
                created("s", 20, "7", CMD),
                audited("a", 95, "7", "").matching(A),
                audited("n", 0, "7", "")
                        .to(new Stamp(100_000_000, 1_000_000))
                        .record("security", number)
                        .matching(B),
                auditedBoot("b", 0).to(new Stamp(100_900_000, 1_000)).record("security", 5));
    }

    @Test
    void whatCanNotBeToldIsNotGuessed() {
        var second = new Stamp(100_000_000, 1_000_000);
        tells(
                PROCESS,
                0,
                created("s", 0, "7", CMD).to(second).matching(A),
                created("s2", 0, "7", CMD).to(second).matching(A),
                audited("n", 0, "7", CMD).to(second).matching(B));
    }

    @Test
    void anEndOrAStartThatIsLostDoesNotMakeAnotherProcessOfIt() {
        var lolbin = created("s", 100, "7", CMD).matching(A);
        tells(PROCESS, 0, lolbin, audited("n", 105, "7", SHELL).matching(B));
        tells(
                PROCESS,
                0,
                exited("e", 101, "7", CMD),
                audited("n", 105, "7", CMD).matching(A, B));
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"97,0", "98,1", "100,1", "105,1", "115,1", "116,0"})
    void anEventMayBeStampedALittleBeforeTheStartOrAfterTheEnd(long seconds, int alerts) {
        var image = seconds < 100 || seconds > 105 ? CMD : "";
        tells(
                "22222222-0000-4000-8000-000000000003",
                seconds > 110 ? 0 : alerts,
                created("s", 100, "7", CMD).matching(A),
                exited("e", 105, "7", CMD),
                audited("n", seconds, "7", image).matching(B));
        var lineage = alertsOf(
                A,
                created("s", 100, "7", CMD).under("6", SHELL),
                exited("e", 105, "7", CMD),
                audited("n", seconds, "7", image).matching(A));
        assertThat(lineage)
                .singleElement()
                .asString()
                .satisfies(body -> assertThat(body.contains("7@s")).isEqualTo(alerts == 1));
    }

    @Test
    void anEventStampedALittleBeforeItsOwnLogsAccountOfTheStartIsOfTheProcessHoweverLateTheOtherLogIs() {
        tells(
                PROCESS,
                1,
                sysmonStart("s", 0, "p", "7", CMD).to(new Stamp(104_700_000, 1_000)),
                created("s2", 0, "7", CMD).to(new Stamp(102_000_000, 1_000_000)).matching(A),
                audited("n", 0, "7", CMD).to(new Stamp(100_300_000, 1_000)).matching(B));
    }

    @Test
    void aParentThatEndedBeforeItsChildStartedIsItsParent() {
        tells(
                TREE,
                1,
                created("s", 100, "7", CMD).matching(A),
                exited("e", 101, "7", CMD),
                created("c", 103, "8", SHELL).under("7", CMD),
                audited("n", 104, "8", SHELL).matching(B));
        tells(
                TREE,
                1,
                start("s", 100, "p", "").matching(A),
                start("c", 103, "q", "p"),
                Telemetry.sysmonEnd("e", 101, "p", "7", "p.exe"),
                Telemetry.act("n", 104, "q").matching(B));
    }

    @Test
    void aBootEndsAllProcesses() {
        var lolbin = created("s", 100, "7", CMD).matching(A);
        var late = audited("n", 109, "7", CMD).matching(B);
        tells(PROCESS, 1, lolbin, late);
        tells(PROCESS, 0, lolbin, boot("b", 105), late);
        tells(PROCESS, 1, lolbin, boot("b", 99), late);
        tells(PROCESS, 1, lolbin, boot("b", 105).on("ws-2"), late);
    }

    @Test
    void theAuditTellsOfABootUpToAMinuteLate() {
        var act = audited("n", 300, "7", CMD).matching(A);
        var soon = alertsOf(A, created("s", 200, "7", CMD), auditedBoot("b", 250), act);
        var before = alertsOf(A, created("s", 100, "7", CMD), auditedBoot("b", 250), act);
        assertThat(soon).singleElement().asString().contains("7@s");
        assertThat(before).singleElement().asString().doesNotContain("7@s");
    }

    @Test
    void aProcessThatBothLogsTellOfIsOneAndCountsOnce() {
        var sysmon = sysmonStart("s", 100, "p", "7", CMD).matching(A);
        var audit = created("a", 102, "7", CMD).matching(A);
        assertThat(alertsOf(A, sysmon, audit)).singleElement().asString().contains("\"id\":\"s\"");
        tells(A, 2, sysmon, created("a", 103, "7", CMD).matching(A));
        tells(A, 2, sysmon, created("a", 102, "8", CMD).matching(A));
        tells(A, 2, sysmon, created("a", 102, "7", SHELL).matching(A));
        tells(PROCESS, 1, sysmon, audit, audited("n", 105, "7", CMD).matching(B));
    }

    @Test
    void whatOnlyTheAuditMatchesCountsForBoth() {
        var sysmon = sysmonStart("s", 100, "p", "7", CMD);
        var audit = created("a", 101, "7", CMD).with("SubjectUserName", "ada").matching(A);
        assertThat(alertsOf(A, sysmon, audit))
                .singleElement()
                .asString()
                .contains("\"id\":\"s\"", "\"SubjectUserName\":\"ada\"");
        tells(
                PROCESS,
                1,
                sysmon,
                audit,
                Telemetry.sysmonAct("n", 105, "p", "7", CMD).matching(B));
    }

    @Test
    void aConnectionThatBothLogsTellOfCountsOnceHoweverOftenTheAuditTellsOfIt() {
        var sysmon = sysmonAct("n", 105, "p", "7", CMD).between(ENDS).matching(A);
        var audit = audited("a", 104, "7", CMD).between(ENDS).matching(A);
        tells(A, 1, sysmon, audit, audited("a2", 106, "7", CMD).between(ENDS).matching(A));
        tells(A, 2, sysmon, audited("a", 108, "7", CMD).between(ENDS).matching(A));
        tells(A, 2, sysmon, audited("a", 104, "8", CMD).between(ENDS).matching(A));
    }

    @Test
    void twoAccountsOfAConnectionAreAsFarApartAsTheCoarserOfTheirTimesSays() {
        var sysmon = sysmonAct("n", 0, "p", "7", CMD).between(ENDS).matching(A);
        var audit = audited("a", 0, "7", CMD).between(ENDS).matching(B);
        var toTheSecond = new Stamp(100_000_000, 1_000_000);
        assertThat(alertsOf(B, sysmon.to(toTheSecond), audit.to(new Stamp(102_900_000, 1_000))))
                .singleElement()
                .asString()
                .contains("\"id\":\"n\"");
        assertThat(alertsOf(B, sysmon.to(toTheSecond), audit.to(new Stamp(103_000_000, 1_000))))
                .singleElement()
                .asString()
                .contains("\"id\":\"a\"");
    }

    @Test
    void whereSysmonDoesNotKnowTheProcessTheAuditSpeaks() {
        tells(
                PROCESS,
                1,
                created("s", 100, "7", CMD).matching(A),
                audited("a", 104, "7", CMD).between(ENDS).matching(B),
                sysmonAct("n", 105, "", "7", "<unknown process>").between(ENDS).matching(B));
        tells(
                PROCESS,
                0,
                created("s", 100, "7", CMD).matching(A),
                sysmonAct("n", 105, "", "7", "<unknown process>").matching(B));
    }

    @Test
    void aGuidWhoseStartOnlyTheAuditTellsOfIsThatProcess() {
        var act = sysmonAct("n", 105, "p", "7", CMD).matching(B);
        tells(PROCESS, 1, created("s", 100, "7", CMD).matching(A), act);
        tells(PROCESS, 0, sysmonStart("s", 100, "q", "7", CMD).matching(A), act);
    }

    @Test
    void aGuidWhoseStartNobodySawHasAGroupByWhatOnlyTheAuditsAccountMatches() {
        var act = sysmonAct("m", 110, "p", "7", CMD).matching(B);
        var connection = sysmonAct("n", 105, "p", "7", CMD).between(ENDS).matching(C);
        tells(PROCESS, 0, connection, act);
        tells(
                PROCESS,
                1,
                connection,
                act,
                audited("a", 104, "7", CMD).between(ENDS).matching(A));
    }

    @Test
    void aConnectionIsOfTheGuidThatItNamesWhateverItSaysOfTheId() {
        var start = sysmonStart("s", 100, "p", "7", CMD);
        var act = sysmonAct("m", 110, "p", "7", CMD).matching(B);
        var connection = sysmonAct("n", 105, "p", "9", CMD).between(ENDS).matching(C);
        tells(PROCESS, 0, start, connection, act);
        tells(
                PROCESS,
                1,
                start,
                connection,
                act,
                audited("a", 104, "9", CMD).between(ENDS).matching(A));
    }

    @Test
    void anAccountThatTakesAnotherToAGuidGivesThatAGroupForAllDescendants() {
        tells(
                TREE,
                1,
                sysmonAct("n", 100, "p", "7", CMD).between(ENDS).matching(C),
                sysmonAct("u", 100, "", "7", CMD).between(ENDS).matching(A),
                start("c", 102, "q", "p").matching(B),
                audited("a", 101, "7", CMD).between(ENDS).matching(C));
    }

    @Test
    void anEndThatTellsWhichProcessAnAccountIsOfGivesThatTheGroupThatAnEarlierAccountBegins() {
        var second = new Stamp(100_000_000, 1_000_000);
        var story = List.of(
                sysmonStart("s", 0, "p", "7", CMD).to(second),
                sysmonStart("s2", 0, "q", "7", CMD).to(second),
                sysmonAct("m", 0, "", "7", CMD)
                        .between(ENDS)
                        .to(new Stamp(99_200_000, 1_000))
                        .matching(A),
                audited("a", 0, "7", CMD)
                        .between(ENDS)
                        .to(new Stamp(101_100_000, 1_000))
                        .matching(C),
                start("c", 102, "r", "q"),
                Telemetry.act("n", 103, "r").matching(B));
        var end = Telemetry.sysmonEnd("e", 0, "p", "7", CMD).to(new Stamp(100_900_000, 1_000));
        tells(TREE, 0, story.toArray(Told[]::new));
        tells(TREE, 1, Stream.concat(story.stream(), Stream.of(end)).toArray(Told[]::new));
    }

    @Test
    void idleAndSystemAreRoots() {
        assertThat(alertsOf(A, created("s", 100, "7", CMD).under("4", "").matching(A)))
                .singleElement()
                .asString()
                .contains("\"complete\":true");
        assertThat(alertsOf(A, created("s", 100, "7", CMD).under("5", "").matching(A)))
                .singleElement()
                .asString()
                .contains("\"complete\":false", "\"end\":\"missing\"");
    }

    @Test
    void nothingIsLeftOfIdsOnceEverythingIsForgotten() {
        var run = new CorrelationRun(RULES, HORIZONS)
                .observeAll(Stream.of(
                                created("s", 100, "7", CMD).under("6", SHELL).matching(A),
                                sysmonStart("t", 101, "p", "7", CMD),
                                audited("n", 104, "7", CMD).between(ENDS).matching(B),
                                sysmonAct("m", 104, "p", "7", CMD).between(ENDS).matching(B),
                                exited("e", 106, "7", CMD),
                                boot("b", 107))
                        .map(Told::event)
                        .toList());
        assertThat(run.size()).isPositive();
        assertThat(run.end().size()).isZero();
    }

    @Test
    void whatConnectionsCountForRulesThatAreGoneIsForgottenWithThem() {
        var memory = new InMemoryHost();
        var account = audited("a", 104, "9", CMD).between(ENDS).matching(A).event();
        new HostCorrelator(RULES, HORIZONS).observe(account, memory, Long.MIN_VALUE);
        assertThat(memory.process(ProcessKey.CONNECTIONS)).isPresent();

        memory.forget(Long.MAX_VALUE, new HostCorrelator(RuleSet.compile(List.of()), HORIZONS));

        assertThat(memory.process(ProcessKey.CONNECTIONS)).isEmpty();
    }
}
