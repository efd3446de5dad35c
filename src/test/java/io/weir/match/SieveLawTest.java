package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On rules and events made by chance, the sieve loses no match and makes none up: what runs says the same as looking at every rule, whatever it remembers. */
class SieveLawTest {

    private static final int RULES = 12;
    private static final int EVENTS = 50;

    /** An event comes so often, so that its layout is known and its values are remembered. */
    private static final int TIMES = 4;

    private static final List<String> LOG_SOURCES = List.of(
            "{product: windows}",
            "{product: windows, category: process_creation}",
            "{product: windows, service: security}",
            "{product: windows, service: sysmon}",
            "{product: windows, category: ps_script}");

    /** In letters that YAML reads as they are. */
    private static final ObjectMapper WRITER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, Long.getLong("seeds", 150)) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void matchesWhatTheJudgeDoes(long seed) throws JsonProcessingException {
        var random = new Random(seed);
        var records = new RandomRecords(random);
        var detections = new ArrayList<ObjectNode>();
        var yaml = new StringBuilder();
        for (int i = 0; i < RULES; i++) {
            var detection = new RandomDetections(random).detection();
            detections.add(detection);
            var source = LOG_SOURCES.get(random.nextInt(LOG_SOURCES.size()));
            yaml.append(Rules.rule("r" + i, source, WRITER.writeValueAsString(records.named(detection))));
        }
        var rules = Rules.compile(yaml.toString());
        var decoder = EventDecoder.standard();
        for (int i = 0; i < EVENTS; i++) {
            var record = records.record(new RandomEvents(random, detections.get(i % RULES)).event());
            var judged = rules.matchingByFullScan(event(EventDecoder.standard(), record));
            for (int time = 0; time < TIMES; time++) {
                assertThat(rules.matching(event(decoder, record)))
                        .as(
                                "seed %d: %s%non %s",
                                seed, yaml, new String(record, java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo(judged);
            }
        }
    }

    private static Event event(EventDecoder decoder, byte[] record) {
        return decoder.decode(record, Stamp.NONE).events().get(0);
    }
}
