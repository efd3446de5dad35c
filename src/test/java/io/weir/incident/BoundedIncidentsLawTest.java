package io.weir.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.alert.AlertRule;
import io.weir.incident.Tie.Bond;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where incidents take few alerts, each that stands is part of one incident all the same, and what is kept apart says so: random alerts that come, change and go.
 * {@code -Dseed=…} replays one seed, {@code -Dseeds=…} runs as many.
 */
class BoundedIncidentsLawTest {

    private static final long REACH = 120_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.range(0, Long.getLong("seeds", 2_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAlertIsPartOfOneIncidentAndWhatIsKeptApartSaysSo(long seed) {
        var random = new Random(seed);
        var bounds = new IncidentBounds(Duration.ofSeconds(60), Duration.ofSeconds(10), 2 + random.nextInt(5));
        var run = new IncidentRun(new Incidents(bounds, REACH));
        boolean tiesMore = random.nextBoolean();
        var standing = deliver(run, tiesMore, random);
        run.pass(100_000_000);

        var places = new TreeMap<String, String>();
        run.standing().forEach((id, body) -> {
            var alerts = alerts(body);
            assertThat(alerts).hasSizeLessThanOrEqualTo(bounds.mostAlerts());
            alerts.forEach(alert -> assertThat(places.put(alert, id)).isNull());
        });
        assertThat(places.keySet()).isEqualTo(standing.keySet());
        // Of two full ones that an alert ties afterwards each may lose sight of the other.
        if (!tiesMore) {
            var bounded = bounded(run);
            PlainIncidents.of(standing.values(), bounds).values().forEach(body -> {
                var parts = new TreeSet<String>();
                alerts(body).forEach(alert -> parts.add(places.get(alert)));
                assertThat(parts).allMatch(part -> parts.size() == 1 || bounded.getOrDefault(part, false));
            });
        }
        assertThat(run.pass(Long.MAX_VALUE).size()).as("what is left").isZero();
    }

    /** Returns what stands in the end. */
    private static Map<String, IncidentMember> deliver(IncidentRun run, boolean tiesMore, Random random) {
        var times = LongStream.generate(() -> random.nextInt(60) * 1_000_000L)
                .limit(8)
                .toArray();
        var standing = new TreeMap<String, IncidentMember>();
        for (int left = 3 + random.nextInt(30); left > 0; left--) {
            var alert = "a" + random.nextInt(20);
            var known = standing.remove(alert);
            if ((known != null && !tiesMore) || random.nextInt(5) == 0) {
                if (known != null) {
                    run.observe(known.asWithdrawn());
                }
            } else {
                var member = member(alert, times, random);
                standing.put(alert, member);
                run.observe(member);
            }
            if (random.nextInt(4) == 0) {
                run.pass(random.nextInt(60) * 1_000_000L);
            }
        }
        return standing;
    }

    private static IncidentMember member(String alert, long[] times, Random random) {
        int event = random.nextInt(times.length);
        long time = times[event];
        var ties = new TreeSet<Tie>();
        ties.add(new Tie(Bond.SESSION, "event:" + event, time, time));
        for (int more = random.nextInt(3); more > 0; more--) {
            var bond = random.nextBoolean() ? Bond.TREE : Bond.SESSION;
            ties.add(new Tie(bond, "key" + random.nextInt(4), time, time));
        }
        var rule = new AlertRule("rule", "Rule", "low", List.of());
        return new IncidentMember("ws", alert, rule, "e" + event, time, time, List.copyOf(ties), false);
    }

    /** Whether each incident that stands says that it is bounded. */
    private static Map<String, Boolean> bounded(IncidentRun run) {
        var bounded = new HashMap<String, Boolean>();
        run.changes().forEach(change -> bounded.put(change.id(), change.bounded()));
        return bounded;
    }

    private static List<String> alerts(String body) {
        try {
            var alerts = new ArrayList<String>();
            JSON.readTree(body).path("alerts").forEach(alert -> alerts.add(alert.asText()));
            return alerts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
