package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A real event matches the same rules in whatever shape it comes, and is of the same host, time and process: all events of the corpus that match a rule,
 * and some of those that match none.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ShapesIT {

    private static final int EACH_OF_THE_QUIET = 20;
    private static final int MIXED = 900;

    /** A rule asks for an empty {@code StartModule}, and the Sysmon module drops what is empty. */
    private static final String WANTS_AN_EMPTY_FIELD = "f239b326-2f41-4d6b-9dfa-c846a60ef505";

    private final EventDecoder decoder = EventDecoder.standard();
    private final List<Known> known = new ArrayList<>();

    private record Known(String place, int number, Event event, Told told, Set<String> rules) {

        /** Quiet events take turns. */
        boolean isFor(ShapeWriter shape) {
            return !rules.isEmpty()
                    || List.of(ShapeWriter.values()).get(number / EACH_OF_THE_QUIET % ShapeWriter.values().length)
                            == shape;
        }
    }

    @BeforeAll
    void readTheCorpus() throws IOException {
        for (var stream : List.of("evtx_visible", "otrf_visible")) {
            read(stream);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRealEventMatchesTheSameRules(ShapeWriter shape) {
        var differences = new TreeMap<String, List<String>>();
        known.stream().filter(event -> event.isFor(shape)).forEach(event -> compare(event, shape, differences));
        if (shape == ShapeWriter.ECS_8) {
            assertThat(differences.remove("-" + WANTS_AN_EMPTY_FIELD)).isNotNull();
        }
        assertThat(differences.entrySet().stream()
                        .map(entry -> entry.getKey() + " in " + entry.getValue().size() + " events, such as "
                                + entry.getValue().get(0)))
                .isEmpty();
    }

    @Test
    void shapesMayBeMixedInOneRecord() throws IOException {
        var shapes = Arrays.stream(ShapeWriter.values())
                .filter(shape -> shape != ShapeWriter.XML)
                .toList();
        var matching = known.stream()
                .filter(event -> !event.rules().isEmpty() && !event.rules().contains(WANTS_AN_EMPTY_FIELD))
                .limit(MIXED)
                .toList();
        var batch = ShapeWriter.JSON.createArrayNode();
        for (int i = 0; i < matching.size(); i++) {
            batch.add(ShapeWriter.JSON.readTree(
                    shapes.get(i % shapes.size()).write(matching.get(i).told())));
        }

        var decoded = decoder.decode(ShapeWriter.JSON.writeValueAsBytes(batch), Stamp.NONE);

        assertThat(decoded.undecodable()).isEmpty();
        assertThat(decoded.events().stream().map(ShapesIT::matching).toList())
                .isEqualTo(matching.stream().map(Known::rules).map(TreeSet::new).toList());
    }

    private void read(String stream) throws IOException {
        var expected = Corpus.jsonLines("streams/" + stream + ".expected.jsonl").stream()
                .collect(Collectors.toMap(line -> line.path("line").asInt(), ShapesIT::ids));
        try (var lines = Corpus.gzip("streams/" + stream + ".ndjson.gz")) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (expected.containsKey(number) || number % EACH_OF_THE_QUIET == 0) {
                    var event = only(line);
                    var rules = expected.getOrDefault(number, Set.of());
                    known.add(new Known(stream + ":" + number, number, event, Told.of(event), rules));
                }
            }
        }
    }

    private void compare(Known event, ShapeWriter shape, Map<String, List<String>> differences) {
        var written = only(shape.write(event.told()));
        var found = matching(written);
        differing("-", facts(event.event(), shape), facts(written, shape), event.place(), differences);
        differing("-", event.rules(), found, event.place(), differences);
        differing("+", found, event.rules(), event.place(), differences);
    }

    /** What correlation needs of an event, beside its rules; of what a module moved, who acted. */
    private static Set<String> facts(Event event, ShapeWriter shape) {
        var process = event.process();
        var kept = shape.isEcs() ? process.guid() + process.pid() + process.image() : process.toString();
        return Set.of("host " + event.host(), "time " + event.time().iso(), "process " + kept);
    }

    private static void differing(
            String sign, Set<String> these, Set<String> those, String place, Map<String, List<String>> differences) {
        var rest = new TreeSet<>(these);
        rest.removeAll(those);
        rest.forEach(rule -> differences
                .computeIfAbsent(sign + rule, unused -> new ArrayList<>())
                .add(place));
    }

    private Event only(String record) {
        var decoded = decoder.decode(record.getBytes(UTF_8), Stamp.NONE);
        assertThat(decoded.undecodable()).as(record).isEmpty();
        assertThat(decoded.events()).hasSize(1);
        return decoded.events().get(0);
    }

    private static Set<String> matching(Event event) {
        return Corpus.threeFolders().matching(event).stream()
                .map(DetectionRule::header)
                .map(header -> header.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(JsonNode line) {
        var ids = new TreeSet<String>();
        line.path("rules").forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
