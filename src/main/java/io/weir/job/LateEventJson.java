package io.weir.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.event.Stamp;
import io.weir.job.sink.OutboundRecord;
import io.weir.match.MatchedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An event that came too late to correlate, as it goes out (docs/alerts.md):
 * {@code {"id":…,"host":…,"time":…,"arrival":…,"channel":…,"process":…,"rules":[…],"fields":{…}}}.
 */
final class LateEventJson {

    private static final JsonFactory JSON = new JsonFactory();

    private LateEventJson() {}

    /** The record for a destination, keyed by the event's id: delivered twice, it is still one event. */
    static OutboundRecord outbound(MatchedEvent late) {
        return OutboundRecord.of(late.event().identity().id(), line(late));
    }

    private static byte[] line(MatchedEvent late) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            write(late, json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(MatchedEvent late, JsonGenerator json) throws IOException {
        var event = late.event();
        json.writeStartObject();
        json.writeStringField("id", event.identity().id());
        json.writeStringField("host", event.host().name());
        writeTime("time", event.time(), json);
        writeTime("arrival", event.arrival(), json);
        json.writeStringField("channel", event.channel());
        json.writeStringField("process", event.process().guid());
        json.writeArrayFieldStart("rules");
        for (var match : late.matches()) {
            json.writeString(match.rule());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("fields");
        for (var field : event.fields().entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeTime(String name, Stamp time, JsonGenerator json) throws IOException {
        if (time.isKnown()) {
            json.writeStringField(name, time.iso());
        } else {
            json.writeNullField(name);
        }
    }
}
