package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.RULES;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.audited;
import static io.weir.correlate.Telemetry.auditedBoot;
import static io.weir.correlate.Telemetry.boot;
import static io.weir.correlate.Telemetry.created;
import static io.weir.correlate.Telemetry.event;
import static io.weir.correlate.Telemetry.exited;
import static io.weir.correlate.Telemetry.start;
import static io.weir.correlate.Telemetry.sysmonAct;
import static io.weir.correlate.Telemetry.sysmonEnd;
import static io.weir.correlate.Telemetry.sysmonStart;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.correlate.Telemetry.Told;
import io.weir.event.Stamp;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands is a function of the set of events: random histories, in random orders and delivered more than once, against
 * {@link PlainJudge}. {@code -Dseed=…} replays one seed, {@code -Dseeds=…} runs as many,
 * {@code -Dseeds.from=…} from that one on.
 */
public class AnyOrderLawTest {

    private static final int SETS = Rules.values().length + 1;
    private static final List<RuleSet> LINKED = List.of(RULES, Rules.LINKS.rules(), Rules.CHAINS.rules());
    private static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofSeconds(60));

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : range(Long.getLong("seeds.from", 0), Long.getLong("seeds", 2_000));
    }

    private static LongStream range(long from, long count) {
        return LongStream.range(from, from + count);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOrderTellsWhatThePlainJudgeTells(long seed) {
        var random = new Random(seed);
        everyOrderTellsTheSame(name(seed), rules(seed), history(random, rules(seed)), random);
    }

    /** The other histories seldom have a GUID whose start and connections name different ids; of these half of all have one. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOrderOfAccountsThatContradictEachOtherTellsWhatThePlainJudgeTells(long seed) {
        var random = new Random(seed);
        var rules = LINKED.get((int) (seed % LINKED.size()));
        everyOrderTellsTheSame("contradictions", rules, contradictions(random, rules), random);
    }

    /** The other histories seldom have something end within a second of what it did; these have two ids, few GUIDs, and little time. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOrderOfCloseCallsTellsWhatThePlainJudgeTells(long seed) {
        var random = new Random(seed);
        var rules = LINKED.get((int) (seed % LINKED.size()));
        everyOrderTellsTheSame("close calls", rules, closeCalls(random, rules), random);
    }

    private static void everyOrderTellsTheSame(String name, RuleSet rules, List<MatchedEvent> events, Random random) {
        var judge = new PlainJudge(rules, HORIZONS, events);
        var expected = judge.standing();
        var incidents = judge.incidents();

        for (int order = 0; order < 3; order++) {
            var delivered = new ArrayList<>(events);
            for (int i = events.isEmpty() ? 0 : random.nextInt(4); i > 0; i--) {
                delivered.add(events.get(random.nextInt(events.size())));
            }
            Collections.shuffle(delivered, random);
            var run = new JobRun(rules, horizons(random));
            for (var event : delivered) {
                run.observe(event).pass(random.nextInt(4) == 0 ? random.nextLong(600_000_000) : Long.MIN_VALUE);
            }
            assertThat(differences(expected, run.end().standing()))
                    .as("%s, order %s", name, order)
                    .isEmpty();
            assertThat(differences(incidents, run.incidents()))
                    .as("incidents of %s, order %s", name, order)
                    .isEmpty();
            assertThat(run.size() + run.sizeOfIncidents()).as("what is left").isZero();
            assertThat(toldForNothing(run.changes()))
                    .as("told as it stood, %s, order %s", name, order)
                    .isEmpty();
        }
    }

    /** Alerts that were told as they stood already; one that a bound has reached is told to say so. */
    private static List<String> toldForNothing(List<AlertChange> changes) {
        var standing = new HashMap<String, String>();
        return changes.stream()
                .filter(change -> change.body().equals(standing.put(change.id(), change.body())) && !change.bounded())
                .map(AlertChange::body)
                .toList();
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> told) {
        return Stream.concat(
                        expected.values().stream()
                                .filter(body -> !told.containsValue(body))
                                .map(body -> "missing: " + body),
                        told.values().stream()
                                .filter(body -> !expected.containsValue(body))
                                .map(body -> "unexpected: " + body))
                .toList();
    }

    /** All sets of rules in turn. */
    private static RuleSet rules(long seed) {
        return seed % SETS == 0
                ? RULES
                : List.of(Rules.values()).get((int) (seed % SETS) - 1).rules();
    }

    private static String name(long seed) {
        return seed % SETS == 0
                ? "links"
                : List.of(Rules.values()).get((int) (seed % SETS) - 1).name();
    }

    static Horizons horizons(Random random) {
        var emissions = Emission.values();
        return new Horizons(HORIZONS.lateness(), HORIZONS.lineage(), emissions[random.nextInt(emissions.length)]);
    }

    /** A random history of few hosts, users and processes. */
    public static List<MatchedEvent> history(Random random) {
        return history(random, RULES);
    }

    static List<MatchedEvent> history(Random random, RuleSet rules) {
        var events = new ArrayList<MatchedEvent>();
        int size = 2 + random.nextInt(14);
        long span = 5L << random.nextInt(7);
        for (int i = 0; i < size; i++) {
            var told = told("e" + i, span, random);
            events.add(told.event(rules));
            if (random.nextInt(12) == 0) {
                events.add(matched(told, random).copy("g" + random.nextInt(9)).event(rules));
            }
        }
        events.removeIf(event -> !travels(event));
        return events;
    }

    /** A random history of two GUIDs and two ids: the start of a process and a connection of one, of which both logs tell, and more of that, not all of it true. */
    private static List<MatchedEvent> contradictions(Random random, RuleSet rules) {
        var events = new ArrayList<MatchedEvent>();
        long span = 1 + random.nextLong(8);
        int size = 3 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            long seconds = random.nextLong(span);
            var told = contradicting(i < 3 ? i : random.nextInt(6), "e" + i, seconds, random);
            events.add(disturbed(matched(told, 4, random), seconds, random).event(rules));
        }
        events.removeIf(event -> !travels(event));
        return events;
    }

    private static Told contradicting(int kind, String id, long seconds, Random random) {
        var pid = "" + (7 + random.nextInt(2));
        var image = random.nextInt(6) == 0 ? "C:\\b.exe" : "C:\\a.exe";
        var guid = random.nextInt(8) == 0 ? "" : "p" + random.nextInt(2);
        var parent = "" + (7 + random.nextInt(2));
        var ends = random.nextInt(6) == 0 ? "10.0.0.1|1 10.0.0.0|2" : "10.0.0.1|1 10.0.0.1|2";
        return switch (kind) {
            case 0 ->
                sysmonStart(id, seconds, guid, pid, image)
                        .under(parent, "C:\\a.exe")
                        .under("p" + random.nextInt(2));
            case 1 -> sysmonAct(id, seconds, guid, pid, image).between(ends);
            case 2 -> audited(id, seconds, pid, image).between(ends);
            case 3 -> created(id, seconds, pid, image).under(parent, "C:\\a.exe");
            case 4 -> sysmonEnd(id, seconds, guid, pid, image);
            default -> sysmonAct(id, seconds, guid, pid, image);
        };
    }

    /** A random history of two ids that are used again and again, of ends, boots and starts within a few seconds, and of what lies as close about them. */
    private static List<MatchedEvent> closeCalls(Random random, RuleSet rules) {
        var events = new ArrayList<MatchedEvent>();
        long span = 1_000 * (1 + random.nextLong(6));
        int size = 4 + random.nextInt(7);
        for (int i = 0; i < size; i++) {
            long millis = random.nextLong(span) + (random.nextInt(8) == 0 ? 10_000 : 0);
            var told = stamped(matched(close("e" + i, random), 3, random), millis, random);
            events.add(told.event(rules));
            if (random.nextInt(12) == 0) {
                events.add(matched(told, random).copy("g" + random.nextInt(9)).event(rules));
            }
        }
        events.removeIf(event -> !travels(event));
        return events;
    }

    private static Told close(String id, Random random) {
        var pid = "" + (7 + random.nextInt(2));
        var image = random.nextInt(4) == 0 ? "" : random.nextInt(6) == 0 ? "C:\\b.exe" : "C:\\a.exe";
        var guid = random.nextBoolean() ? "" : "p" + random.nextInt(3);
        var under = random.nextInt(3) == 0 ? "" : "" + (7 + random.nextInt(2));
        var underGuid = random.nextInt(3) == 0 ? "p" + random.nextInt(3) : "";
        var ends = random.nextBoolean() ? "" : "10.0.0.1|1 10.0.0.1|2";
        return switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                sysmonStart(id, 0, guid, random.nextInt(6) == 0 ? "" : pid, image)
                        .under(under, "C:\\a.exe")
                        .under(underGuid);
            case 3, 4 -> created(id, 0, pid, image).under(under, "C:\\a.exe");
            case 5 -> sysmonEnd(id, 0, guid, pid, image);
            case 6 -> exited(id, 0, pid, image);
            case 7 -> random.nextBoolean() ? boot(id, 0) : auditedBoot(id, 0);
            case 8, 9 -> sysmonAct(id, 0, guid, pid, image).between(ends);
            default -> audited(id, 0, pid, image).between(ends);
        };
    }

    private static Told stamped(Told told, long millis, Random random) {
        var at = random.nextInt(3) == 0
                ? new Stamp(millis / 1_000 * 1_000_000, 1_000_000)
                : new Stamp(millis * 1_000, 1_000);
        var channel = random.nextInt(4) == 0 ? "security" : told.channel();
        return told.to(at).record(channel, random.nextInt(3) == 0 ? -1 : random.nextInt(20));
    }

    /** Matching sends on only what matched, and the life of processes. */
    private static boolean travels(MatchedEvent event) {
        return switch (event.event().process().life()) {
            case START, END, BOOT -> true;
            case ACT, NONE -> !event.matches().isEmpty();
        };
    }

    private static Told told(String id, long span, Random random) {
        long seconds = (long) (random.nextDouble() * span);
        var told = random.nextBoolean() ? byGuid(id, seconds, random) : byId(id, seconds, random);
        return disturbed(matched(told, random), seconds, random);
    }

    private static Told byGuid(String id, long seconds, Random random) {
        var process = "p" + random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 0 -> event(id, seconds);
            case 1, 2 -> start(id, seconds, process, random.nextInt(4) == 0 ? "" : "p" + random.nextInt(4));
            default -> act(id, seconds, process);
        };
    }

    /** Few ids, used again and again, of few images, by both logs. */
    private static Told byId(String id, long seconds, Random random) {
        var pid = "" + (7 + random.nextInt(3));
        var image = random.nextInt(8) == 0 ? "" : "C:\\" + (random.nextInt(3) == 0 ? "b" : "a") + ".exe";
        var guid = random.nextInt(3) == 0 ? "" : "p" + random.nextInt(4);
        var ends = "10.0.0.1|1 10.0.0." + random.nextInt(2) + "|2";
        return switch (random.nextInt(12)) {
            case 0 -> exited(id, seconds, pid, image);
            case 1 -> sysmonEnd(id, seconds, guid, pid, image);
            case 2 -> random.nextBoolean() ? boot(id, seconds) : auditedBoot(id, seconds);
            case 3, 4, 5 -> created(id, seconds, pid, image).under("" + (7 + random.nextInt(3)), "C:\\a.exe");
            case 6, 7 ->
                sysmonStart(id, seconds, guid, pid, image)
                        .under("" + (7 + random.nextInt(3)), "C:\\a.exe")
                        .under(random.nextInt(3) == 0 ? "" : "p" + random.nextInt(4));
            case 8 -> sysmonAct(id, seconds, guid, pid, image).between(ends);
            case 9 -> audited(id, seconds, pid, image).between(ends);
            default -> audited(id, seconds, pid, image);
        };
    }

    private static String bytes(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "-" + random.nextInt(4);
            case 1 -> "many";
            case 2 -> "1.5";
            default -> Integer.toString(random.nextInt(5));
        };
    }

    private static Told matched(Told told, Random random) {
        return matched(told, 2, random);
    }

    /** Of all rules about one in so many. */
    private static Told matched(Told told, int oneIn, Random random) {
        var rules = new ArrayList<String>();
        for (var rule : List.of(A, B, C)) {
            if (random.nextInt(oneIn) == 0) {
                rules.add(rule);
            }
        }
        return told.matching(rules.toArray(String[]::new));
    }

    private static Told disturbed(Told told, long seconds, Random random) {
        var changed = random.nextInt(5) == 0 ? told : told.by("user" + random.nextInt(2));
        changed = random.nextInt(6) == 0 ? changed.on("ws-2") : changed;
        changed = random.nextInt(4) == 0 ? changed : changed.with("Image", "image" + random.nextInt(3));
        changed = random.nextInt(3) == 0 ? changed.with("Target", "USER" + random.nextInt(2)) : changed;
        changed = random.nextInt(5) == 0 ? changed : changed.with("Bytes", bytes(random));
        changed = random.nextInt(3) == 0 ? changed.record(changed.channel(), random.nextInt(20)) : changed;
        changed = random.nextInt(3) == 0 ? changed.with("LogonId", "0x" + (3 + random.nextInt(3)) + "e7") : changed;
        changed = random.nextInt(4) == 0
                ? changed.to(new Stamp(seconds * 1_000_000, 1_000_000))
                : changed.to(new Stamp(seconds * 1_000_000 + random.nextInt(1_000) * 1_000L, 1_000));
        return random.nextInt(10) == 0 ? changed.arriving(seconds - random.nextInt(600)) : changed;
    }
}
