package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.THREE;
import static io.weir.correlate.Telemetry.correlation;
import static io.weir.correlate.Telemetry.detection;
import static io.weir.correlate.Telemetry.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Stamp;
import io.weir.match.MatchedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Very many events of one second, of which hardly any follow each other: what is remembered of those that none ends with must not hide one that does. */
class SequenceOfOneSecondTest {

    private static final String D = "11111111-0000-4000-8000-000000000004";
    private static final String FOUR = "22222222-0000-4000-8000-000000000005";

    private static final int EVENTS = 260;
    private static final Stamp SECOND = new Stamp(1_000_000_000, 1_000_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void isFoundIfThereIsOne(int seed) {
        var random = new Random(seed);
        var rules = new ArrayList<String>();
        for (int i = 0; i < EVENTS; i++) {
            rules.add(i < EVENTS / 2 ? C : i < EVENTS - 2 ? B : A);
        }
        // Hardly any order but the wrong one, now and then one event elsewhere.
        for (int swaps = random.nextInt(3); swaps > 0; swaps--) {
            Collections.swap(rules, random.nextInt(EVENTS), EVENTS - 1 - random.nextInt(2));
        }
        var events = new ArrayList<MatchedEvent>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(event("e" + random.nextInt(1_000_000) + "-" + i, 0)
                    .to(SECOND)
                    .record("s", i)
                    .matching(rules.get(i))
                    .event());
        }
        Collections.shuffle(events, random);

        var run = new CorrelationRun(Telemetry.RULES, new Horizons(Duration.ofHours(1), Duration.ofHours(1)));
        var alerts = run.observeAll(events).end().standing().values().stream()
                .filter(body -> body.contains(THREE))
                .toList();

        assertThat(alerts).hasSize(isInOrder(rules) ? 1 : 0);
    }

    @Test
    void aSearchThatTakesTooManyLooksIsCounted() {
        var four = Telemetry.rules(
                detection(A), detection(B), detection(C), detection(D), correlation(FOUR, "", "10s", "", A, B, C, D));
        var random = new Random(3);
        var events = new ArrayList<MatchedEvent>();
        for (int i = 0; i < 801; i++) {
            events.add(event("e" + random.nextInt(1_000_000) + "-" + i, 0)
                    .to(SECOND)
                    .record("s", i)
                    .matching(i == 800 ? D : i == 799 ? A : i % 2 == 0 ? B : C)
                    .event(four));
        }

        var run = new CorrelationRun(four, new Horizons(Duration.ofHours(1), Duration.ofHours(1)));
        run.observeAll(events.subList(0, 800));
        assertThat(run.boundsReached()).isZero();
        run.observeAll(events.subList(800, 801));

        assertThat(run.boundsReached()).isEqualTo(1);
    }

    private static boolean isInOrder(List<String> rules) {
        int first = rules.indexOf(A);
        int last = rules.lastIndexOf(C);
        return first < last && rules.subList(first, last).contains(B);
    }
}
