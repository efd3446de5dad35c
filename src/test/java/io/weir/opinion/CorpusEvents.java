package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Every event of the corpus with its place: the streams line by line, SigmaHQ's regression cases in both forms. */
final class CorpusEvents {

    private static final List<String> STREAMS = List.of("evtx_visible", "otrf_visible");

    private final EventDecoder decoder = EventDecoder.standard();
    private final Predicate<Place> wanted;
    private final Reader reader;

    private CorpusEvents(Predicate<Place> wanted, Reader reader) {
        this.wanted = wanted;
        this.reader = reader;
    }

    /** What looks at each event. */
    interface Reader {
        void read(Place place, Event event) throws IOException;
    }

    static void each(Reader reader) throws IOException {
        each(place -> true, reader);
    }

    /** The events of those places only. */
    static void each(Predicate<Place> wanted, Reader reader) throws IOException {
        var events = new CorpusEvents(wanted, reader);
        for (var stream : STREAMS) {
            events.stream(stream);
        }
        for (var regression : Corpus.jsonLines("regression/cases_visible.jsonl")) {
            events.regression(regression, "event_json");
            events.regression(regression, "evtx_json");
        }
    }

    private void stream(String name) throws IOException {
        try (var lines = Corpus.gzip("streams/" + name + ".ndjson.gz")) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                read(new Place(name, number), line.getBytes(UTF_8));
            }
        }
    }

    private void regression(JsonNode regression, String form) throws IOException {
        var source = form + "/" + regression.get("rule_id").textValue();
        int number = 0;
        for (var record : Corpus.records("regression/" + regression.get(form).textValue())) {
            number++;
            read(new Place(source, number), record);
        }
    }

    private void read(Place place, byte[] record) throws IOException {
        if (wanted.test(place)) {
            var decoded = decoder.decode(record, Stamp.NONE);
            assertThat(decoded.undecodable()).as(place.toString()).isEmpty();
            for (var event : decoded.events()) {
                reader.read(place, event);
            }
        }
    }
}
