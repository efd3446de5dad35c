package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On every event of the corpus, what is scanned and sieved says the same as what is parsed and looked at rule by rule. */
class SieveIT {

    static Stream<String> streams() throws IOException {
        try (var full = Files.list(Corpus.file("streams/full"))) {
            var names = full.map(file -> "streams/full/" + file.getFileName())
                    .sorted()
                    .toList();
            return Stream.concat(
                    Stream.of("streams/evtx_visible.ndjson.gz", "streams/otrf_visible.ndjson.gz"), names.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void losesNoMatch(String stream) throws IOException {
        var rules = Corpus.threeFolders();
        var decoder = EventDecoder.standard();
        long line = 0;
        try (var lines = Corpus.gzip(stream)) {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                byte[] record = text.getBytes(UTF_8);
                var parsed = event(EventDecoder.standard(), record); // a decoder that knows no layout yet
                var scanned = event(decoder, record);
                assertThat(scanned.identity()).isEqualTo(parsed.identity());
                assertThat(rules.matching(scanned))
                        .as("%s:%d", stream, line)
                        .isEqualTo(rules.matchingByFullScan(parsed));
            }
        }
    }

    private static Event event(EventDecoder decoder, byte[] record) {
        return decoder.decode(record, Stamp.NONE).events().get(0);
    }
}
