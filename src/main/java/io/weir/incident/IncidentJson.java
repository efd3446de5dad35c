package io.weir.incident;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.weir.alert.AlertRule;
import io.weir.event.Stamp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An incident as JSON (docs/alerts.md): one line, keys always in the same order, so that equal incidents are equal bytes. */
public final class IncidentJson {

    /** The version of this schema, which every incident record carries beside the body. */
    public static final int SCHEMA = 1;

    /** What an incident is called in a line of a file. */
    public static final String KEY = "incident";

    /** Half of a surrogate pair is written as an escape, as in an alert: a host's name may have one, and no line could be made of it. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private IncidentJson() {}

    static String body(Incident incident) {
        var text = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(text)) {
            write(json, incident);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, Incident incident) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", incident.id());
        json.writeStringField("host", incident.host());
        json.writeStringField("title", incident.title());
        json.writeStringField("level", incident.level().label());
        json.writeStringField("first", time(incident.opening().micros()));
        json.writeStringField("last", time(incident.last()));
        writeList(json, "tactics", incident.tactics());
        writeList(json, "techniques", incident.techniques());
        json.writeArrayFieldStart("stages");
        for (var stage : incident.inOrder()) {
            writeStage(json, stage);
        }
        json.writeEndArray();
        json.writeNumberField("count", incident.alerts().size());
        writeList(
                json,
                "alerts",
                incident.alerts().stream().map(Incident.Moment::id).toList());
        json.writeEndObject();
    }

    private static void writeStage(JsonGenerator json, Stage stage) throws IOException {
        json.writeStartObject();
        writeRule(json, stage.rule());
        json.writeStringField("first", time(stage.first()));
        json.writeStringField("last", time(stage.last()));
        json.writeNumberField("alerts", stage.alerts());
        json.writeEndObject();
    }

    private static void writeRule(JsonGenerator json, AlertRule rule) throws IOException {
        json.writeObjectFieldStart("rule");
        json.writeStringField("id", rule.id());
        json.writeStringField("title", rule.title());
        json.writeStringField("level", rule.level());
        writeList(json, "tags", rule.tags());
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static String time(long micros) {
        return new Stamp(micros, 1).iso();
    }
}
