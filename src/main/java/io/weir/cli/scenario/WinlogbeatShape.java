package io.weir.cli.scenario;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What Winlogbeat sends straight to Kafka: the event's data below {@code winlog.event_data}, all of it text. */
final class WinlogbeatShape implements Shape {

    @Override
    public void write(Observation event, long record, long received, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("@timestamp", MILLIS.format(Timeline.instant(event.time())));
        writeWinlog(event, record, json);
        writeEvent(event, received, json);
        json.writeObjectFieldStart("host");
        json.writeStringField("name", event.machine().shortName());
        json.writeEndObject();
        json.writeObjectFieldStart("agent");
        json.writeStringField("type", "winlogbeat");
        json.writeStringField("version", "8.15.0");
        json.writeEndObject();
        json.writeStringField("message", Shape.message(event));
        json.writeEndObject();
    }

    private static void writeWinlog(Observation event, long record, JsonGenerator json) throws IOException {
        var log = event.kind().log();
        json.writeObjectFieldStart("winlog");
        json.writeStringField("api", "wineventlog");
        json.writeStringField("channel", log.channel());
        json.writeStringField("provider_name", log.provider());
        json.writeStringField("provider_guid", log.providerGuid().inBraces());
        json.writeStringField("event_id", Integer.toString(event.kind().eventId()));
        json.writeStringField("computer_name", event.machine().name());
        json.writeNumberField("record_id", record);
        json.writeObjectFieldStart("event_data");
        for (var field : event.data()) {
            json.writeStringField(field.name(), field.text());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeEvent(Observation event, long received, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("code", Integer.toString(event.kind().eventId()));
        json.writeStringField("kind", "event");
        json.writeStringField("provider", event.kind().log().provider());
        json.writeStringField("created", MILLIS.format(Timeline.instant(received)));
        json.writeEndObject();
    }
}
