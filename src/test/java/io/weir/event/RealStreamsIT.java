package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every line of the corpus's streams is read, with all that the rest of Weir needs to know of it. */
class RealStreamsIT {

    private static final long FIVE_MINUTES_MICROS = 300_000_000L;

    @Test
    void readsTheEvtxStream() throws IOException {
        var tally = tally("evtx_visible.ndjson.gz");

        assertThat(tally.lines).isEqualTo(5_274);
        assertThat(tally.withSixParts).isEqualTo(5_274);
        assertThat(tally.ids).hasSize(5_274);
        assertThat(tally.arrived).isZero();
        assertThat(tally.lives.get(ProcessFacts.Life.START)).isGreaterThan(1_000);
    }

    @Test
    void readsTheFlatStream() throws IOException {
        var tally = tally("otrf_visible.ndjson.gz");

        assertThat(tally.lines).isEqualTo(74_241);
        assertThat(tally.withSixParts)
                .as("NXLog's records; exports have no record number")
                .isEqualTo(37_655);
        assertThat(tally.arrived)
                .as("NXLog's records, and nine rows of Azure's that say when they were collected")
                .isEqualTo(37_664);
        assertThat(tally.longestDelayMicros).isBetween(0L, FIVE_MINUTES_MICROS);
        assertThat(tally.shortestDelayMicros).as("nobody's clock is ahead").isPositive();
        assertThat(tally.lives.get(ProcessFacts.Life.START)).isGreaterThan(2_500);
        assertThat(tally.lives.get(ProcessFacts.Life.ACT)).isGreaterThan(50_000);
    }

    private static Tally tally(String stream) throws IOException {
        var file = Path.of(System.getenv().getOrDefault("WEIR_CORPUS", "../shared/corpus"), "streams", stream);
        assumeTrue(
                Files.exists(file),
                () -> "no corpus: " + file.toAbsolutePath() + " is not there; WEIR_CORPUS names its folder");
        var tally = new Tally();
        try (var in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            in.lines().forEach(line -> tally.add(line.getBytes(UTF_8)));
        }
        assertThat(tally.odd)
                .as("lines without an event, or events without channel, id, host or time")
                .isEmpty();
        assertThat(tally.events).isEqualTo(tally.lines);
        return tally;
    }

    /** What the lines of a stream add up to. */
    private static final class Tally {
        private final EventDecoder decoder = EventDecoder.standard();
        private final Set<String> ids = new HashSet<>();
        private final Map<ProcessFacts.Life, Integer> lives = new EnumMap<>(ProcessFacts.Life.class);
        private final List<String> odd = new ArrayList<>();
        private int lines;
        private int events;
        private int withSixParts;
        private int arrived;
        private long shortestDelayMicros = Long.MAX_VALUE;
        private long longestDelayMicros;

        void add(byte[] line) {
            lines++;
            var decoded = decoder.decode(line, Stamp.NONE);
            decoded.undecodable().forEach(part -> odd.add(lines + ": " + part.reason()));
            decoded.events().forEach(this::add);
            events += decoded.events().size();
        }

        private void add(Event event) {
            if (event.channel().isEmpty()
                    || event.eventId() < 0
                    || event.host().equals(HostId.NONE)
                    || !event.time().isKnown()) {
                odd.add(lines + ": " + event);
            }
            ids.add(event.identity().id());
            withSixParts += event.identity().id().equals(event.identity().contentHash()) ? 0 : 1;
            lives.merge(event.process().life(), 1, Integer::sum);
            addDelay(event);
        }

        private void addDelay(Event event) {
            if (event.arrival().isKnown()) {
                var delay = event.arrival().micros() - event.time().micros();
                arrived++;
                shortestDelayMicros = Math.min(shortestDelayMicros, delay);
                longestDelayMicros = Math.max(longestDelayMicros, delay);
            }
        }
    }
}
