package io.weir.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.event.Stamp;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An alert as JSON, schema version {@link Alert#SCHEMA}: one line, keys always in the same order, so that equal alerts are equal bytes. */
public final class AlertJson {

    /** What an alert is called in a line of a file. */
    public static final String KEY = "alert";

    private static final JsonFactory JSON = new JsonFactory();

    private AlertJson() {}

    /** The body of an alert record. */
    public static String body(Alert alert) {
        return text(json -> writeAlert(json, alert));
    }

    /**
     * The line of a file of changes: {@code {"id":…,"alert":{…}|null,"meta":{…}}}.
     *
     * @param key what the changes are of
     * @param meta what is said beside the body, in the order given
     */
    public static String line(String key, AlertChange change, Map<String, String> meta) {
        return text(json -> {
            json.writeStartObject();
            json.writeStringField("id", change.id());
            json.writeFieldName(key);
            json.writeRawValue(change.withdraws() ? "null" : change.body());
            json.writeFieldName("meta");
            writeMap(json, meta);
            json.writeEndObject();
        });
    }

    private static void writeAlert(JsonGenerator json, Alert alert) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", alert.id());
        writeRule(json, alert.rule());
        json.writeStringField("host", alert.host());
        writeTime(json, "first", alert.first());
        writeTime(json, "last", alert.last());
        json.writeFieldName("group");
        writeMap(json, alert.group());
        json.writeStringField("measured", alert.measured());
        writeEvents(json, alert.events());
        writeLineage(json, alert.lineage());
        writeMatched(json, alert.matched());
        json.writeEndObject();
    }

    private static void writeRule(JsonGenerator json, AlertRule rule) throws IOException {
        json.writeObjectFieldStart("rule");
        json.writeStringField("id", rule.id());
        json.writeStringField("title", rule.title());
        json.writeStringField("level", rule.level());
        json.writeArrayFieldStart("tags");
        for (var tag : rule.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeEvents(JsonGenerator json, List<AlertEvent> events) throws IOException {
        json.writeArrayFieldStart("events");
        for (var event : events) {
            json.writeStartObject();
            json.writeStringField("id", event.id());
            writeTime(json, "time", event.time());
            json.writeFieldName("fields");
            writeMap(json, event.fields());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLineage(JsonGenerator json, List<Lineage> lineages) throws IOException {
        json.writeArrayFieldStart("lineage");
        for (var lineage : lineages) {
            json.writeStartObject();
            json.writeStringField("process", lineage.process());
            json.writeBooleanField("complete", lineage.end() == Lineage.End.ROOT);
            json.writeStringField("end", lineage.end().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("chain");
            for (var ancestor : lineage.chain()) {
                writeAncestor(json, ancestor);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeAncestor(JsonGenerator json, Lineage.Ancestor ancestor) throws IOException {
        json.writeStartObject();
        json.writeStringField("process", ancestor.process());
        json.writeStringField("pid", ancestor.pid());
        json.writeStringField("image", ancestor.image());
        json.writeStringField("command_line", ancestor.commandLine());
        json.writeStringField("user", ancestor.user());
        json.writeStringField("started", ancestor.started());
        json.writeEndObject();
    }

    private static void writeMatched(JsonGenerator json, List<AlertReason> reasons) throws IOException {
        json.writeArrayFieldStart("matched");
        for (var reason : reasons) {
            var matched = reason.matched();
            json.writeStartObject();
            json.writeStringField("event", reason.event());
            json.writeStringField("rule", reason.rule());
            json.writeStringField("title", reason.title());
            json.writeStringField("selection", matched.selection());
            json.writeStringField("field", matched.field());
            json.writeStringField("modifiers", matched.modifiers());
            json.writeStringField("pattern", matched.pattern());
            json.writeStringField("value", matched.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTime(JsonGenerator json, String name, Stamp time) throws IOException {
        if (time.isKnown()) {
            json.writeStringField(name, time.iso());
        } else {
            json.writeNullField(name);
        }
    }

    private static void writeMap(JsonGenerator json, Map<String, String> map) throws IOException {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String text(Writing writing) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be written to", e);
        }
        return text.toString();
    }
}
