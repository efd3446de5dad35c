package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On detections and events made by chance, the evaluator and a second reading of the specification say the same. */
class EvaluatorLawTest {

    private static final int DETECTIONS = 5;
    private static final int EVENTS = 25;

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 200) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysTheSameAsASecondReading(long seed) {
        var random = new RandomDetections(seed);
        for (int round = 0; round < DETECTIONS; round++) {
            var detection = random.detection();
            var rules = Rules.compile(
                    Rules.rule("r", "{product: windows}", detection.detection().toString()));
            for (int left = EVENTS; left > 0; left--) {
                var event = random.event();
                assertThat(rules.matching(TestEvent.of(event)).size() == 1)
                        .as("seed %d: %s on %s", seed, detection.detection(), event)
                        .isEqualTo(naively(detection, event));
            }
        }
    }

    private static boolean naively(RandomDetections.RandomDetection detection, JsonNode event) {
        var truth = new HashMap<String, Boolean>();
        var reading = new NaiveReading(event);
        detection.selections().properties().forEach(one -> truth.put(one.getKey(), reading.holds(one.getValue())));
        return detection.meaning().test(truth);
    }
}
