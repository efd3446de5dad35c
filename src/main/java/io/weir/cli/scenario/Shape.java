package io.weir.cli.scenario;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.stream.Collectors;

/** The form in which a shipper writes events as JSON. */
interface Shape {

    DateTimeFormatter MILLIS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    DateTimeFormatter MICROS = new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    /**
     * Writes one event as one JSON object.
     *
     * @param event what happened
     * @param record its number in its log
     * @param received when the shipper took it in, in microseconds since the epoch
     * @throws IOException as the generator does
     */
    void write(Observation event, long record, long received, JsonGenerator json) throws IOException;

    /** The event as Windows' event viewer shows it. */
    static String message(Observation event) {
        return event.data().stream()
                .map(field -> field.name() + ": " + field.text())
                .collect(Collectors.joining("\r\n", event.kind().title() + "\r\n", ""));
    }
}
