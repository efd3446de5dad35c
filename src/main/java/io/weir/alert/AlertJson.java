package io.weir.alert;

import io.weir.event.Stamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An alert as JSON, schema version {@link Alert#SCHEMA}: one line, keys always in the same order, so that equal alerts are equal bytes. */
public final class AlertJson {

    /** What an alert is called in a line of a file. */
    public static final String KEY = "alert";

    private AlertJson() {}

    /** The body of an alert record. */
    public static String body(Alert alert) {
        var json = new JsonText();
        writeAlert(json, alert);
        return json.toString();
    }

    /**
     * The line of a file of changes: {@code {"id":…,"alert":{…}|null,"meta":{…}}}.
     *
     * @param key what the changes are of
     * @param meta what is said beside the body, in the order given
     */
    public static String line(String key, AlertChange change, Map<String, String> meta) {
        var json = new JsonText();
        json.beginObject();
        json.field("id", change.id());
        json.name(key);
        json.raw(change.withdraws() ? "null" : change.body());
        json.name("meta");
        writeMap(json, meta);
        json.endObject();
        return json.toString();
    }

    private static void writeAlert(JsonText json, Alert alert) {
        json.beginObject();
        json.field("id", alert.id());
        writeRule(json, alert.rule());
        json.field("host", alert.host());
        writeTime(json, "first", alert.first());
        writeTime(json, "last", alert.last());
        json.name("group");
        writeMap(json, alert.group());
        json.field("measured", alert.measured());
        writeEvents(json, alert.events());
        writeLineage(json, alert.lineage());
        writeMatched(json, alert.matched());
        json.endObject();
    }

    private static void writeRule(JsonText json, AlertRule rule) {
        json.name("rule");
        json.beginObject();
        json.field("id", rule.id());
        json.field("title", rule.title());
        json.field("level", rule.level());
        json.name("tags");
        json.beginArray();
        for (var tag : rule.tags()) {
            json.value(tag);
        }
        json.endArray();
        json.endObject();
    }

    private static void writeEvents(JsonText json, List<AlertEvent> events) {
        json.name("events");
        json.beginArray();
        for (var event : events) {
            json.beginObject();
            json.field("id", event.id());
            writeTime(json, "time", event.time());
            json.name("fields");
            writeMap(json, event.fields());
            json.endObject();
        }
        json.endArray();
    }

    private static void writeLineage(JsonText json, List<Lineage> lineages) {
        json.name("lineage");
        json.beginArray();
        for (var lineage : lineages) {
            json.beginObject();
            json.field("process", lineage.process());
            json.name("complete");
            json.raw(Boolean.toString(lineage.end() == Lineage.End.ROOT));
            json.field("end", lineage.end().name().toLowerCase(Locale.ROOT));
            json.name("chain");
            json.beginArray();
            for (var ancestor : lineage.chain()) {
                writeAncestor(json, ancestor);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private static void writeAncestor(JsonText json, Lineage.Ancestor ancestor) {
        json.beginObject();
        json.field("process", ancestor.process());
        json.field("pid", ancestor.pid());
        json.field("image", ancestor.image());
        json.field("command_line", ancestor.commandLine());
        json.field("user", ancestor.user());
        json.field("started", ancestor.started());
        json.endObject();
    }

    private static void writeMatched(JsonText json, List<AlertReason> reasons) {
        json.name("matched");
        json.beginArray();
        for (var reason : reasons) {
            var matched = reason.matched();
            json.beginObject();
            json.field("event", reason.event());
            json.field("rule", reason.rule());
            json.field("title", reason.title());
            json.field("selection", matched.selection());
            json.field("field", matched.field());
            json.field("modifiers", matched.modifiers());
            json.field("pattern", matched.pattern());
            json.field("value", matched.value());
            json.endObject();
        }
        json.endArray();
    }

    private static void writeTime(JsonText json, String name, Stamp time) {
        if (time.isKnown()) {
            json.field(name, time.iso());
        } else {
            json.name(name);
            json.raw("null");
        }
    }

    private static void writeMap(JsonText json, Map<String, String> map) {
        json.beginObject();
        for (var entry : map.entrySet()) {
            json.field(entry.getKey(), entry.getValue());
        }
        json.endObject();
    }
}
