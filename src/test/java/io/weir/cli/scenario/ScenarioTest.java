package io.weir.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final long SEED = 7;
    private static final int EVENTS = 2_000;

    /** As many as fill the shortest slice as densely as a working day does. */
    private static final int DENSE = 7_000;

    @TempDir
    Path folder;

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        var once = Scenario.generate(SEED, EVENTS, folder.resolve("once"));
        var again = Scenario.generate(SEED, EVENTS, folder.resolve("again"));

        assertThat(lines(again)).isEqualTo(lines(once));
        assertThat(again.alerts()).isEqualTo(once.alerts());
    }

    @Test
    void anotherSeedGivesOtherBytesAndTheSameAttack() throws IOException {
        var one = Scenario.generate(1, EVENTS, folder.resolve("one"));
        var other = Scenario.generate(2, EVENTS, folder.resolve("other"));

        assertThat(lines(other)).isNotEqualTo(lines(one));
        assertThat(correlations(other)).isEqualTo(correlations(one)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {Scenario.FEWEST, EVENTS, Scenario.TWO_HOURS})
    void filesHoldAsManyEventsAsAskedForAndWhatElseTheStorySays(int events) throws IOException {
        var story = Scenario.generate(SEED, events, folder);
        var lines = lines(story);

        assertThat(story.events()).isEqualTo(events);
        assertThat(lines).hasSize(story.lines());
        assertThat(distinct(story)).hasSize(events);
        assertThat(story.repeated()).isGreaterThan(1);
        assertThat(lines).filteredOn(line -> RawEvent.parse(line).isEmpty()).hasSize(1);
        assertThat(story.unreadable()).isEqualTo(1);
    }

    @Test
    void refusesFewerEventsThanTheStoryNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.generate(SEED, Scenario.FEWEST - 1, folder))
                .withMessage("a scenario has at least 500 events, found 499");
    }

    @Test
    void replacesTheFilesOfAnEarlierRun() throws IOException {
        Scenario.generate(1, EVENTS, folder);
        var story = Scenario.generate(2, Scenario.FEWEST, folder);

        assertThat(lines(story)).hasSize(story.lines());
    }

    @Test
    void eachCollectorWritesItsOwnShape() throws IOException {
        var files = Scenario.generate(SEED, EVENTS, folder).files();

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("evtx-export.ndjson", "nxlog-wec-01.ndjson", "winlogbeat.ndjson");
        assertThat(Files.readAllLines(files.get(0))).allMatch(line -> line.startsWith("{\"Event\":{\"System\":"));
        assertThat(Files.readAllLines(files.get(1))).allMatch(line -> line.startsWith("{\"EventTime\":"));
        assertThat(Files.readAllLines(files.get(2))).allMatch(line -> line.contains("\"winlog\":{\"api\":"));
    }

    @Test
    void copiesOfAnEventDifferInTheTimeOfReceiptAlone() throws IOException {
        var story = Scenario.generate(SEED, EVENTS, folder);
        var copies = events(story).stream().collect(Collectors.groupingBy(RawEvent::identity, Collectors.toSet()));

        assertThat(copies.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @Test
    void recordNumbersOfALogGrowWithTime() throws IOException {
        var story = Scenario.generate(SEED, EVENTS, folder);
        var server = distinct(story).stream()
                .filter(event -> event.host().equals("srv-files.example.net")
                        && event.channel().equals("Security"))
                .sorted(Comparator.comparingLong(RawEvent::record))
                .map(RawEvent::time)
                .toList();

        assertThat(server).hasSizeGreaterThan(20).isSorted();
    }

    @Test
    void hostsArriveOutOfOrderAsRealOnesDo() throws IOException {
        var story = Scenario.generate(SEED, DENSE, folder);
        var server = RawEvent.allOf(story.files().get(0)).stream()
                .filter(event -> event.host().equals("dc-01.example.net"))
                .map(RawEvent::time)
                .toList();
        var behind = behindTheNewest(server);

        assertThat(behind.stream().filter(lag -> lag > 0).count()).isGreaterThan(server.size() / 3);
        assertThat(behind.stream().filter(lag -> lag > 10_000).count()).isLessThan(server.size() / 10);
        assertThat(behind.stream().mapToLong(lag -> lag).max().orElse(0)).isBetween(100_000L, 210_000L);
    }

    @Test
    void theBusiestHostHasAboutAThirdOfAllEvents() throws IOException {
        var story = Scenario.generate(SEED, DENSE, folder);
        var byHost = events(story).stream().collect(Collectors.groupingBy(RawEvent::host, Collectors.counting()));

        assertThat(byHost)
                .hasSize(6)
                .allSatisfy((host, count) -> assertThat(count).isGreaterThan(300));
        assertThat(byHost.get("dc-01.example.net")).isBetween(2_000L, 2_900L);
    }

    @Test
    void everyAlertOfASingleEventHasItsEvent() throws IOException {
        var story = Scenario.generate(SEED, EVENTS, folder);
        var events = distinct(story);

        assertThat(processes(story, PackRule.LOLBIN_EXECUTION))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .filter(event -> event.isStart() && event.isLolbin())
                        .map(RawEvent::process)
                        .toList())
                .hasSizeGreaterThan(6);
        assertThat(processes(story, PackRule.LOLBIN_CONNECTION))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .filter(event -> event.isExternal() && event.isLolbin())
                        .map(RawEvent::process)
                        .toList())
                .hasSize(3);
        assertThat(processes(story, PackRule.IEXPRESS_PACKAGE)).hasSize(2);
    }

    @Test
    void everyCorrelationHasItsProcesses() throws IOException {
        var story = Scenario.generate(SEED, EVENTS, folder);
        var outward = distinct(story).stream()
                .filter(RawEvent::isExternal)
                .map(RawEvent::process)
                .collect(Collectors.toSet());
        var parents = distinct(story).stream()
                .filter(event -> event.isStart() && outward.contains(event.process()))
                .map(RawEvent::parent)
                .toList();

        assertThat(outward).containsAll(processes(story, PackRule.LOLBIN_THEN_CONNECTION));
        assertThat(processes(story, PackRule.LOLBIN_EXECUTION))
                .containsAll(processes(story, PackRule.LOLBIN_THEN_CONNECTION))
                .containsAll(processes(story, PackRule.LOLBIN_CHILD_CONNECTION));
        assertThat(parents).containsAll(processes(story, PackRule.LOLBIN_CHILD_CONNECTION));
    }

    @Test
    void theAttackBeginsAtAWorkstationAndGoesOnAtTheFileServer() throws IOException {
        var story = Scenario.generate(SEED, EVENTS, folder);

        assertThat(correlations(story))
                .extracting(ExpectedAlert::rule, ExpectedAlert::host)
                .containsExactly(
                        tuple(PackRule.LOLBIN_THEN_CONNECTION, "srv-files.example.net"),
                        tuple(PackRule.LOLBIN_THEN_CONNECTION, "ws-07.example.net"),
                        tuple(PackRule.LOLBIN_THEN_CONNECTION, "ws-07.example.net"),
                        tuple(PackRule.LOLBIN_CHILD_CONNECTION, "ws-07.example.net"));
    }

    @Test
    void theAttackReachesEveryStageAtTheWorkstationAlone() throws IOException {
        var story = Scenario.generate(SEED, EVENTS, folder);

        assertThat(story.alerts())
                .filteredOn(alert -> alert.rule().compareTo(PackRule.PAYLOAD_CONNECTION) >= 0)
                .extracting(ExpectedAlert::rule, ExpectedAlert::host)
                .containsExactly(
                        tuple(PackRule.PAYLOAD_CONNECTION, "ws-07.example.net"),
                        tuple(PackRule.PERSISTENCE_SET_UP, "ws-07.example.net"),
                        tuple(PackRule.PERSISTENCE_SET_UP, "ws-07.example.net"),
                        tuple(PackRule.OTHER_HOST_REACHED, "ws-07.example.net"),
                        tuple(PackRule.FOOTHOLD_PERSISTENCE, "ws-07.example.net"),
                        tuple(PackRule.FOOTHOLD_LATERAL_MOVEMENT, "ws-07.example.net"),
                        tuple(PackRule.ATTACK_CHAIN, "ws-07.example.net"));
    }

    @Test
    void thePayloadTalksBeforeItsStartIsStampedAndBeforeTheLolbinsStartArrives() throws IOException {
        var story = Scenario.generate(SEED, EVENTS, folder);
        var arrivals = RawEvent.allOf(story.files().get(1));
        var lolbin = processes(story, PackRule.LOLBIN_CHILD_CONNECTION).get(0);
        var lolbinStart =
                first(arrivals, event -> event.isStart() && event.process().equals(lolbin));
        var payloadStart = first(arrivals, event -> event.parent().equals(lolbin));
        var connection =
                first(arrivals, event -> event.isExternal() && event.process().equals(payloadStart.process()));

        assertThat(connection.time()).isLessThan(payloadStart.time());
        assertThat(arrivals.indexOf(connection)).isLessThan(arrivals.indexOf(lolbinStart));
    }

    @ParameterizedTest
    @EnumSource
    void everyExpectedRuleIsInThePack(PackRule rule) throws IOException {
        try (var files = Files.list(Path.of("rules"))) {
            var rules = files.filter(file -> file.toString().endsWith(".yml")).map(ScenarioTest::read);

            assertThat(rules)
                    .filteredOn(text -> text.contains("\nid: " + rule.id() + "\n"))
                    .hasSize(1);
        }
    }

    private static List<String> lines(HiddenStory story) {
        return story.files().stream().flatMap(file -> read(file).lines()).toList();
    }

    private static List<RawEvent> events(HiddenStory story) {
        return lines(story).stream()
                .flatMap(line -> RawEvent.parse(line).stream())
                .toList();
    }

    private static List<RawEvent> distinct(HiddenStory story) {
        var byIdentity = new LinkedHashMap<String, RawEvent>();
        events(story).forEach(event -> byIdentity.putIfAbsent(event.identity(), event));
        return List.copyOf(byIdentity.values());
    }

    private static List<ExpectedAlert> correlations(HiddenStory story) {
        return story.alerts().stream()
                .filter(alert -> alert.rule() == PackRule.LOLBIN_THEN_CONNECTION
                        || alert.rule() == PackRule.LOLBIN_CHILD_CONNECTION)
                .toList();
    }

    private static List<String> processes(HiddenStory story, PackRule rule) {
        return story.alerts().stream()
                .filter(alert -> alert.rule() == rule)
                .map(ExpectedAlert::process)
                .toList();
    }

    private static List<Long> behindTheNewest(List<Long> times) {
        var behind = new ArrayList<Long>();
        long newest = Long.MIN_VALUE;
        for (long time : times) {
            newest = Math.max(newest, time);
            behind.add(newest - time);
        }
        return behind;
    }

    private static RawEvent first(List<RawEvent> events, Predicate<RawEvent> which) {
        return events.stream().filter(which).findFirst().orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
