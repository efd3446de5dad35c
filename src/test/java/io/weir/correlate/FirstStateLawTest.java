package io.weir.correlate;

import static io.weir.correlate.Telemetry.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A state of the first format, which does not say what was told, is gone on from as one that does: random histories, cut anywhere.
 * {@code -Dseed=…} replays one seed.
 */
class FirstStateLawTest {

    private static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofSeconds(60));

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatStandsInTheEndIsTheSame(long seed) {
        var random = new Random(seed);
        var events = AnyOrderLawTest.history(random);
        Collections.shuffle(events, random);
        int cut = random.nextInt(events.size() + 1);
        var upgraded = new JobRun(RULES, HORIZONS)
                .observeAll(events.subList(0, cut))
                .forgetWhatWasTold()
                .observeAll(events.subList(cut, events.size()));
        var unbroken = new JobRun(RULES, HORIZONS).observeAll(events);

        assertThat(upgraded.standing()).isEqualTo(unbroken.standing());
        assertThat(upgraded.end().size()).isZero();
    }
}
