package io.weir.job;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.ORDERED;
import static io.weir.correlate.Telemetry.RULES;
import static io.weir.correlate.Telemetry.TREE;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.alert.AlertChange;
import io.weir.correlate.AnyOrderLawTest;
import io.weir.correlate.GroupMatch;
import io.weir.correlate.JobRun;
import io.weir.correlate.Telemetry;
import io.weir.correlate.Telemetry.Told;
import io.weir.match.MatchedEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts and groups as operators: what leaves them, what they keep, and for how long. */
class OperatorChainTest {

    private static final int SEEDS = 60;
    private static final int FEW_SEEDS = 8;

    /** A name that never changes: savepoints find the state by it. */
    private static final List<String> HOST_STATES =
            List.of(Sheets.NAME, "events", "processes", "process-buckets", "linked-history", "reminders", "sequence");

    /** Such names, too. */
    private static final List<String> GROUP_STATES = List.of(Sheets.NAME, "events", "history", "reminders", "sequence");

    /** And such. */
    private static final List<String> INCIDENT_STATES =
            List.of(Sheets.NAME, "members", "ties", "incidents", "reminders", "sequence");

    /** A process starts another, which does something that makes a linked and an unlinked correlation whole. */
    private static final List<MatchedEvent> STORY = told(
            start("e1", 100, "p1", "p0").by("u").matching(A),
            start("e2", 101, "p2", "p1"),
            act("e3", 104, "p2").by("u").matching(B));

    private static List<MatchedEvent> told(Told... events) {
        return Stream.of(events).map(Told::event).toList();
    }

    private static List<String> of(String rule, List<String> bodies) {
        return bodies.stream()
                .filter(body -> body.contains("\"rule\":{\"id\":\"" + rule + "\""))
                .toList();
    }

    private static List<String> expected(List<MatchedEvent> events) {
        return new JobRun(RULES, OperatorChain.HORIZONS)
                .observeAll(events).standing().values().stream().sorted().toList();
    }

    private static List<String> expectedIncidents(List<MatchedEvent> events) {
        return new JobRun(RULES, OperatorChain.HORIZONS)
                .observeAll(events).end().incidents().values().stream().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void theAlertsOfAStoryAreOneIncident(Backend backend) throws Exception {
        try (var chain = OperatorChain.start(1, backend).observe(STORY).end()) {
            assertThat(chain.standing()).hasSizeGreaterThan(2);
            assertThat(chain.standingIncidents())
                    .isEqualTo(expectedIncidents(STORY))
                    .singleElement()
                    .asString()
                    .contains("\"count\":" + chain.standing().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoryIsToldByItsHostAndByItsGroup(Backend backend) throws Exception {
        try (var chain = OperatorChain.start(1, backend).observe(STORY)) {
            assertThat(of(ORDERED, chain.standing())).hasSize(1);
            assertThat(of(TREE, chain.standing())).hasSize(1);
            assertThat(chain.standing()).isEqualTo(expected(STORY));
        }
    }

    @Test
    void aMatchGoesToItsGroupByTheSideAndNotAsAnAlert() throws Exception {
        try (var hosts = Subtasks.start(OperatorChain::hostFunction, OperatorChain::host, 1, Backend.HEAP)) {
            var changes = hosts.process(STORY.get(0), 100_000);
            var matches = hosts.elements(StageTags.of(1));

            assertThat(changes).hasSize(1).noneMatch(AlertChange::withdraws);
            assertThat(matches).extracting(GroupMatch::values).containsExactlyInAnyOrder(List.of("u"), List.of());
            assertThat(matches).allMatch(match -> match.witness().event().equals(STORY.get(0)) && !match.withdrawn());
        }
    }

    @Test
    void aCopyThatCountsInsteadWithdrawsTheFirstFromItsGroup() throws Exception {
        try (var hosts = Subtasks.start(OperatorChain::hostFunction, OperatorChain::host, 1, Backend.HEAP)) {
            var first = Telemetry.event("e", 100).by("u").matching(A).copy("b");
            hosts.process(first.event(), 100_000);
            hosts.elements(StageTags.of(1));
            hosts.process(first.by("v").copy("a").event(), 100_000);

            assertThat(hosts.elements(StageTags.of(1)))
                    .filteredOn(match -> !match.values().isEmpty())
                    .extracting(match -> match.values().get(0) + " withdrawn: " + match.withdrawn())
                    .containsExactlyInAnyOrder("u withdrawn: true", "v withdrawn: false");
        }
    }

    @Test
    void anEventBehindTheAllowedLatenessAlertsAloneAndLeavesByTheSide() throws Exception {
        var lateness = OperatorChain.HORIZONS.lateness().toMillis();
        var inTime = Telemetry.event("in time", 100).by("u").matching(A).event();
        var late = Telemetry.event("late", 99).by("u").matching(B).event();
        try (var chain = OperatorChain.start(1, Backend.HEAP).advance(100_000 + lateness)) {
            chain.observe(List.of(inTime, late));

            assertThat(chain.late()).containsExactly(late);
            assertThat(chain.standingIncidents()).as("late ones are in none").hasSize(1);
            assertThat(of(A, chain.standing())).hasSize(1);
            assertThat(of(B, chain.standing())).hasSize(1);
            assertThat(chain.hosts().keys(Sheets.NAME)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAP", "ROCKSDB", "CROWDED"})
    void aKeyThatHasLittleHasAllOfItInOneRecord(Backend backend) throws Exception {
        try (var chain = OperatorChain.start(1, backend).observe(STORY)) {
            assertThat(chain.hosts().keys(Sheets.NAME)).containsExactly("ws-1");
            assertThat(chain.groups().keys(Sheets.NAME)).isNotEmpty();
            assertThat(chain.incidents().keys(Sheets.NAME)).containsExactly("ws-1");
            assertThat(HOST_STATES)
                    .filteredOn(name -> !name.equals(Sheets.NAME))
                    .allSatisfy(name -> assertThat(chain.hosts().keys(name)).isEmpty());
        }
    }

    @Test
    void everyStateHasTheNameThatSavepointsFindItBy() throws Exception {
        var laterOn = start("e4", 2_000, "p3", "p1").by("u").matching(A).event();
        try (var chain = OperatorChain.start(1, Backend.SPREAD).observe(STORY).observe(List.of(laterOn))) {
            assertThat(HOST_STATES)
                    .allSatisfy(name -> assertThat(chain.hosts().keys(name)).containsExactly("ws-1"));
            assertThat(GROUP_STATES)
                    .allSatisfy(name -> assertThat(chain.groups().keys(name)).isNotEmpty());
            assertThat(INCIDENT_STATES)
                    .allSatisfy(name -> assertThat(chain.incidents().keys(name)).containsExactly("ws-1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stateAndTimersAreGoneOnceTheWatermarkHasPassedEverything(Backend backend) throws Exception {
        try (var chain = OperatorChain.start(2, backend).observe(STORY)) {
            assertThat(chain.hosts().timers()).isPositive();
            assertThat(chain.groups().timers()).isPositive();
            assertThat(chain.incidents().timers()).isPositive();
            var before = chain.changes();

            chain.advance(Duration.ofHours(4).toMillis());

            assertThat(chain.changes()).as("no alert changes by it").isEqualTo(before);
            assertIsGone(chain, backend);
        }
    }

    @Test
    void ofAQuietHostAllWaitsForOneTimerAndOfABusyOneItWaitsInParts() throws Exception {
        try (var quiet = OperatorChain.start(1, Backend.HEAP);
                var busy = OperatorChain.start(1, Backend.HEAP)) {
            for (int second = 310; second < 350; second++) {
                var started =
                        List.of(start("e" + second, second, "p" + second, "p").event());
                busy.observe(started);
                quiet.observe(second % 20 == 10 ? started : List.of());
            }
            assertThat(quiet.hosts().timers()).isEqualTo(1);
            assertThat(busy.hosts().timers()).isBetween(3, 5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDueLaterStaysWhenTheRestIsForgotten(Backend backend) throws Exception {
        var laterOn = start("e4", 2_000, "p3", "p1").by("u").matching(A).event();
        try (var chain = OperatorChain.start(1, backend).observe(STORY).observe(List.of(laterOn))) {
            chain.advance(4_300_000);
            var before = chain.changes();
            int entries = backend == Backend.ROCKSDB ? 0 : chain.hosts().entries();

            chain.observe(List.of(laterOn));

            assertThat(chain.changes()).as("it is known as a copy").isEqualTo(before);
            assertThat(backend == Backend.ROCKSDB ? 0 : chain.hosts().entries()).isEqualTo(entries);
            assertIsGone(chain.advance(Duration.ofHours(6).toMillis()), backend);
        }
    }

    @Test
    void aGroupHasStateAsLongAsItHasATimer() throws Exception {
        var laterOn = start("e4", 2_000, "p3", "p1").by("u").matching(A).event();
        try (var chain = OperatorChain.start(1, Backend.HEAP).observe(STORY).observe(List.of(laterOn))) {
            for (int minute = 34; minute < 360; minute++) {
                chain.advance(Duration.ofMinutes(minute).toMillis());
                assertThat(chain.groups().keys(Sheets.NAME).isEmpty())
                        .as("after %d minutes", minute)
                        .isEqualTo(chain.groups().timers() == 0);
            }
        }
    }

    @Test
    void stateStaysAsLongAsSomethingThatIsNotLateMayNeedIt() throws Exception {
        try (var chain = OperatorChain.start(1, Backend.HEAP)) {
            chain.observe(STORY.subList(0, 1))
                    .advance(100_000 + OperatorChain.HORIZONS.lateness().toMillis());
            chain.observe(STORY.subList(1, 3));
            assertThat(chain.late()).isEmpty();
            assertThat(chain.standing()).isEqualTo(expected(STORY));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noHistoryLeavesAnythingBehind(long seed) throws Exception {
        try (var chain = OperatorChain.start(2, Backend.HEAP)) {
            chain.observe(AnyOrderLawTest.history(new Random(seed))).end();
            assertIsGone(chain, Backend.HEAP);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsToldIsTheSameWhateverStaysAtHandAndIsInOneRecord(long seed) throws Exception {
        var events = AnyOrderLawTest.history(new Random(seed));
        try (var roomy = OperatorChain.start(1, Backend.HEAP)) {
            roomy.observe(events).end();
            for (var backend : List.of(Backend.CROWDED, Backend.SPREAD, Backend.GROWING, Backend.OUTGROWING)) {
                try (var other = OperatorChain.start(1, backend)) {
                    assertThat(other.observe(events).end().changes())
                            .as("%s", backend)
                            .isEqualTo(roomy.changes());
                    assertThat(other.incidentChanges()).as("%s", backend).isEqualTo(roomy.incidentChanges());
                    assertIsGone(other, backend);
                }
            }
        }
    }

    static void assertIsGone(OperatorChain chain, Backend backend) {
        assertThat(HOST_STATES)
                .allSatisfy(
                        name -> assertThat(chain.hosts().keys(name)).as(name).isEmpty());
        assertThat(GROUP_STATES)
                .allSatisfy(
                        name -> assertThat(chain.groups().keys(name)).as(name).isEmpty());
        assertThat(INCIDENT_STATES)
                .allSatisfy(name ->
                        assertThat(chain.incidents().keys(name)).as(name).isEmpty());
        assertThat(chain.incidents().timers()).isZero();
        assertThat(chain.hosts().timers()).isZero();
        assertThat(chain.groups().timers()).isZero();
        if (backend != Backend.ROCKSDB) { // The heap alone counts entries, whatever their state is called.
            assertThat(chain.hosts().entries()).isZero();
            assertThat(chain.groups().entries()).isZero();
            assertThat(chain.incidents().entries()).isZero();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    static Stream<Arguments> restorations() {
        return Stream.of(Backend.values())
                .flatMap(backend -> Stream.of(1, 2, 3)
                        .flatMap(later ->
                                LongStream.range(0, FEW_SEEDS).mapToObj(seed -> arguments(seed, backend, later))));
    }

    @ParameterizedTest(name = "seed {0}, {1}, from 2 to {2} subtasks")
    @MethodSource("restorations")
    void whatStandsIsTheSameAfterARestoreInTheMiddleAtAnyParallelism(long seed, Backend backend, int later)
            throws Exception {
        var random = new Random(seed);
        var events = AnyOrderLawTest.history(random);
        Collections.shuffle(events, random);
        int middle = random.nextInt(events.size() + 1);
        try (var before = OperatorChain.start(2, backend)) {
            before.observe(events.subList(0, middle)).advance(60_000);
            try (var after = before.restored(before.savepoint(), later, backend)) {
                after.advance(60_000).observe(events.subList(middle, events.size()));
                assertThat(after.standing()).isEqualTo(expected(events));
                after.end();
                assertThat(after.standing()).isEqualTo(expected(events));
                assertThat(after.standingIncidents()).isEqualTo(expectedIncidents(events));
                assertIsGone(after, backend);
            }
        }
    }

    static Stream<Arguments> checkpoints() {
        return Stream.of(Backend.values())
                .flatMap(backend -> LongStream.range(0, FEW_SEEDS).mapToObj(seed -> arguments(seed, backend)));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("checkpoints")
    void checkpointsChangeNothingAndEachHoldsWhatHasComeUntilThen(long seed, Backend backend) throws Exception {
        var random = new Random(seed);
        var events = AnyOrderLawTest.history(random);
        try (var without = OperatorChain.start(1, backend).observe(events).end();
                var chain = OperatorChain.start(1, backend)) {
            for (int come = 0; come < events.size(); come++) {
                if (random.nextInt(3) == 0) {
                    try (var after = chain.restored(chain.savepoint(), 1, backend)) {
                        after.observe(events.subList(come, events.size())).end();
                        assertThat(after.changes()).as("after %d", come).isEqualTo(without.changes());
                        assertThat(after.incidentChanges()).as("after %d", come).isEqualTo(without.incidentChanges());
                    }
                }
                chain.observe(events.subList(come, come + 1));
            }
            chain.end();
            assertThat(chain.changes()).isEqualTo(without.changes());
            assertThat(chain.incidentChanges()).isEqualTo(without.incidentChanges());
            assertIsGone(chain, backend);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void bothBackendsTellTheSameChanges(long seed) throws Exception {
        var events = AnyOrderLawTest.history(new Random(seed));
        try (var heap = OperatorChain.start(1, Backend.HEAP).observe(events).end();
                var rocks =
                        OperatorChain.start(1, Backend.ROCKSDB).observe(events).end()) {
            assertThat(rocks.changes()).isEqualTo(heap.changes());
            assertThat(rocks.incidentChanges()).isEqualTo(heap.incidentChanges());
        }
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, FEW_SEEDS);
    }
}
