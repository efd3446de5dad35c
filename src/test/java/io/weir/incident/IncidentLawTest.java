package io.weir.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertRule;
import io.weir.incident.Tie.Bond;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The standing incidents are a function of the standing alerts: random alerts that come, change and go in random orders, and again, against
 * {@link PlainIncidents}. {@code -Dseed=…} replays one seed, {@code -Dseeds=…} runs as many.
 */
class IncidentLawTest {

    private static final IncidentBounds BOUNDS =
            new IncidentBounds(Duration.ofSeconds(60), Duration.ofSeconds(10), 1_000);
    private static final long REACH = 120_000_000;

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.range(0, Long.getLong("seeds", 1_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOrderTellsWhatThePlainJudgeTells(long seed) {
        var random = new Random(seed);
        var histories = histories(random);
        var last = new ArrayList<IncidentMember>();
        histories.values().forEach(history -> last.add(history.get(history.size() - 1)));
        last.removeIf(IncidentMember::withdrawn);
        var expected = PlainIncidents.of(last, BOUNDS);

        for (int order = 0; order < 3; order++) {
            var run = new IncidentRun(new Incidents(BOUNDS, REACH));
            deliver(histories, run, random);
            assertThat(run.pass(Long.MAX_VALUE).standing())
                    .as("order %s", order)
                    .isEqualTo(expected);
            assertThat(run.size()).as("what is left").isZero();
            assertThat(run.boundsReached()).isZero();
        }
    }

    /** In any order that keeps each alert's own, with repeats, while the watermark moves as far as it may. */
    private static void deliver(Map<String, List<IncidentMember>> histories, IncidentRun run, Random random) {
        var open = new ArrayList<List<IncidentMember>>();
        histories.values().forEach(history -> open.add(new ArrayList<>(history)));
        while (!open.isEmpty()) {
            var next = open.get(random.nextInt(open.size()));
            var member = random.nextInt(6) == 0 ? next.get(0) : next.remove(0);
            run.observe(member);
            open.removeIf(List::isEmpty);
            if (random.nextInt(3) == 0) {
                long earliest = open.stream()
                        .flatMap(Collection::stream)
                        .mapToLong(IncidentMember::first)
                        .min()
                        .orElse(0);
                run.pass(earliest + (long) (random.nextDouble() * REACH));
            }
        }
    }

    /** What is said of each alert, one after the other. */
    private static Map<String, List<IncidentMember>> histories(Random random) {
        var histories = new LinkedHashMap<String, List<IncidentMember>>();
        int size = 1 + random.nextInt(14);
        long span = 10L << random.nextInt(7);
        for (int i = 0; i < size; i++) {
            var host = random.nextInt(5) == 0 ? "ws-2" : "ws-1";
            var history = new ArrayList<IncidentMember>();
            for (int versions = 1 + random.nextInt(3); versions > 0; versions--) {
                history.add(member(host, "a" + i, span, history, random));
            }
            if (random.nextInt(4) == 0) {
                var gone = history.get(history.size() - 1).asWithdrawn();
                history.add(gone);
                if (random.nextInt(3) == 0) {
                    history.add(member(host, "a" + i, span, history, random));
                }
            }
            histories.put("a" + i, history);
        }
        return histories;
    }

    private static IncidentMember member(
            String host, String alert, long span, List<IncidentMember> before, Random random) {
        long time = before.isEmpty()
                ? (long) (random.nextDouble() * span * 1_000_000)
                : before.get(0).first();
        long last = before.isEmpty()
                ? time + random.nextInt(20) * 1_000_000L * random.nextInt(2)
                : before.get(0).last();
        var ties = new TreeMap<Tie, Tie>();
        if (!before.isEmpty() && random.nextBoolean()) {
            before.get(before.size() - 1).ties().forEach(tie -> ties.put(tie, tie));
        }
        // One event, one time and one tie of its own: whoever shares the event is tied.
        var own = new Tie(Bond.SESSION, "event:" + alert, time, time);
        ties.put(own, own);
        for (int more = random.nextInt(4); more > 0; more--) {
            var tie = new Tie(
                    random.nextBoolean() ? Bond.TREE : Bond.SESSION,
                    "key" + random.nextInt(6),
                    time,
                    random.nextBoolean() ? time : last);
            ties.merge(tie, tie, Tie::and);
        }
        return new IncidentMember(
                host, alert, rule(random.nextInt(4)), "e-" + alert, time, last, List.copyOf(ties.values()), false);
    }

    private static AlertRule rule(int number) {
        return new AlertRule(
                "rule" + number,
                "Rule " + number,
                List.of("low", "high", "unstated", "medium").get(number),
                List.of(
                        "attack.execution",
                        "attack.t105" + number,
                        number > 1 ? "attack.lateral_movement" : "car.2013-04-002"));
    }
}
