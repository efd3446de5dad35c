package io.weir.cli.scenario;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What {@code evtx_dump} makes of a log file: Windows' own XML as nested objects, with types, and without a time of receipt. */
final class EvtxShape implements Shape {

    @Override
    public void write(Observation event, long record, long received, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("Event");
        writeSystem(event, record, json);
        json.writeObjectFieldStart("EventData");
        for (var field : event.data()) {
            writeTyped(field, json);
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeSystem(Observation event, long record, JsonGenerator json) throws IOException {
        var log = event.kind().log();
        json.writeObjectFieldStart("System");
        startAttributes("Provider", json);
        json.writeStringField("Name", log.provider());
        json.writeStringField("Guid", log.providerGuid().inCapitals());
        endAttributes(json);
        json.writeNumberField("EventID", event.kind().eventId());
        json.writeNumberField("Level", 4);
        json.writeStringField("Keywords", log.keywords());
        startAttributes("TimeCreated", json);
        json.writeStringField("SystemTime", MICROS.format(Timeline.instant(event.time())));
        endAttributes(json);
        json.writeNumberField("EventRecordID", record);
        json.writeNullField("Correlation");
        startAttributes("Execution", json);
        json.writeNumberField("ProcessID", 2340);
        json.writeNumberField("ThreadID", 3572);
        endAttributes(json);
        json.writeStringField("Channel", log.channel());
        json.writeStringField("Computer", event.machine().name());
        json.writeNullField("Security");
        json.writeEndObject();
    }

    private static void startAttributes(String element, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(element);
        json.writeObjectFieldStart("#attributes");
    }

    private static void endAttributes(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeTyped(Field field, JsonGenerator json) throws IOException {
        json.writeFieldName(field.name());
        if (field.isText()) {
            json.writeString(field.typed());
        } else {
            json.writeRawValue(field.typed());
        }
    }
}
