package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weir.opinion.NaiveReading;
import io.weir.opinion.SeenEvent;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On detections and events made by chance, the evaluator and a second reading of the same YAML say the same. */
class EvaluatorLawTest {

    private static final int DETECTIONS = 5;
    private static final int EVENTS = 40;

    /** In letters that YAML reads as they are. */
    private static final ObjectMapper WRITER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, Long.getLong("seeds", 200)) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysTheSameAsASecondReading(long seed) throws JsonProcessingException {
        var random = new Random(seed);
        for (int round = 0; round < DETECTIONS; round++) {
            var detection = new RandomDetections(random).detection();
            var yaml = WRITER.writeValueAsString(detection);
            var rules = Rules.compile(Rules.rule("r", "{product: windows}", yaml));
            assertThat(rules.problems()).as("seed %d: %s", seed, yaml).isEmpty();
            var reading = NaiveReading.of(yaml);
            var events = new RandomEvents(random, detection);
            for (int left = EVENTS; left > 0; left--) {
                var event = events.event();
                assertThat(rules.matching(TestEvent.of(event)).size() == 1)
                        .as("seed %d: %s on %s", seed, yaml, event)
                        .isEqualTo(reading.test(new SeenEvent(event)));
            }
        }
    }
}
