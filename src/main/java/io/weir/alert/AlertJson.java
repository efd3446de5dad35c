package io.weir.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.weir.event.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An alert as JSON, schema version {@link Alert#SCHEMA}: one line, keys always in the same order, so that equal alerts are equal bytes. */
public final class AlertJson {

    /** What an alert is called in a line of a file. */
    public static final String KEY = "alert";

    /** How many bytes a body has at most, in UTF-8: a topic takes records of 1 MiB where nobody says otherwise, with headers and key. */
    static final int LARGEST = 1_000_000;

    /** Half of a surrogate pair, which hostile input has and UTF-8 has not, is written as JSON's escape; a whole one as it is. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    // Names that need not be looked through for what JSON escapes: there are more of them in an alert than values.
    private static final SerializableString CHAIN = new SerializedString("chain");
    private static final SerializableString COMMAND_LINE = new SerializedString("command_line");
    private static final SerializableString COMPLETE = new SerializedString("complete");
    private static final SerializableString END = new SerializedString("end");
    private static final SerializableString EVENT = new SerializedString("event");
    private static final SerializableString EVENTS = new SerializedString("events");
    private static final SerializableString FIELD = new SerializedString("field");
    private static final SerializableString FIELDS = new SerializedString("fields");
    private static final SerializableString FIRST = new SerializedString("first");
    private static final SerializableString GROUP = new SerializedString("group");
    private static final SerializableString HOST = new SerializedString("host");
    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString IMAGE = new SerializedString("image");
    private static final SerializableString LAST = new SerializedString("last");
    private static final SerializableString LEVEL = new SerializedString("level");
    private static final SerializableString LINEAGE = new SerializedString("lineage");
    private static final SerializableString MATCHED = new SerializedString("matched");
    private static final SerializableString MEASURED = new SerializedString("measured");
    private static final SerializableString MODIFIERS = new SerializedString("modifiers");
    private static final SerializableString PATTERN = new SerializedString("pattern");
    private static final SerializableString PID = new SerializedString("pid");
    private static final SerializableString PROCESS = new SerializedString("process");
    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString SELECTION = new SerializedString("selection");
    private static final SerializableString STARTED = new SerializedString("started");
    private static final SerializableString TAGS = new SerializedString("tags");
    private static final SerializableString TIME = new SerializedString("time");
    private static final SerializableString TITLE = new SerializedString("title");
    private static final SerializableString USER = new SerializedString("user");
    private static final SerializableString VALUE = new SerializedString("value");

    private AlertJson() {}

    /** The body of an alert record, no longer than {@link #LARGEST}: what would be shows less of its texts. */
    public static String body(Alert alert) {
        return body(alert, LARGEST).orElseGet(() -> brief(alert));
    }

    private static Optional<String> body(Alert alert, int most) {
        try {
            return Optional.of(text(json -> writeAlert(json, alert), most));
        } catch (OneText.TooLong e) {
            return Optional.empty();
        }
    }

    private static String brief(Alert alert) {
        return Brief.EVER_BRIEFER.stream()
                .flatMap(brief -> body(brief.of(alert), LARGEST).stream())
                .findFirst()
                .orElseGet(() -> text(json -> writeAlert(json, Brief.BRIEFEST.of(alert))));
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
        write(json, ID, alert.id());
        writeRule(json, alert.rule());
        write(json, HOST, alert.host());
        var times = new Times();
        writeTime(json, FIRST, alert.first(), times);
        writeTime(json, LAST, alert.last(), times);
        json.writeFieldName(GROUP);
        writeMap(json, alert.group());
        write(json, MEASURED, alert.measured());
        writeEvents(json, alert.events(), times);
        writeLineage(json, alert.lineage());
        writeMatched(json, alert.matched());
        json.writeEndObject();
    }

    private static void writeRule(JsonGenerator json, AlertRule rule) throws IOException {
        json.writeFieldName(RULE);
        json.writeStartObject();
        write(json, ID, rule.id());
        write(json, TITLE, rule.title());
        write(json, LEVEL, rule.level());
        json.writeFieldName(TAGS);
        json.writeStartArray();
        for (int i = 0; i < rule.tags().size(); i++) {
            json.writeString(rule.tags().get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeEvents(JsonGenerator json, List<AlertEvent> events, Times times) throws IOException {
        json.writeFieldName(EVENTS);
        json.writeStartArray();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            json.writeStartObject();
            write(json, ID, event.id());
            writeTime(json, TIME, event.time(), times);
            json.writeFieldName(FIELDS);
            writeMap(json, event.fields());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLineage(JsonGenerator json, List<Lineage> lineages) throws IOException {
        json.writeFieldName(LINEAGE);
        json.writeStartArray();
        for (int i = 0; i < lineages.size(); i++) {
            var lineage = lineages.get(i);
            json.writeStartObject();
            write(json, PROCESS, lineage.process());
            json.writeFieldName(COMPLETE);
            json.writeBoolean(lineage.end() == Lineage.End.ROOT);
            write(json, END, lineage.end().name().toLowerCase(Locale.ROOT));
            json.writeFieldName(CHAIN);
            json.writeStartArray();
            for (int up = 0; up < lineage.chain().size(); up++) {
                writeAncestor(json, lineage.chain().get(up));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeAncestor(JsonGenerator json, Lineage.Ancestor ancestor) throws IOException {
        json.writeStartObject();
        write(json, PROCESS, ancestor.process());
        write(json, PID, ancestor.pid());
        write(json, IMAGE, ancestor.image());
        write(json, COMMAND_LINE, ancestor.commandLine());
        write(json, USER, ancestor.user());
        write(json, STARTED, ancestor.started());
        json.writeEndObject();
    }

    private static void writeMatched(JsonGenerator json, List<AlertReason> reasons) throws IOException {
        json.writeFieldName(MATCHED);
        json.writeStartArray();
        for (int i = 0; i < reasons.size(); i++) {
            var reason = reasons.get(i);
            var matched = reason.matched();
            json.writeStartObject();
            write(json, EVENT, reason.event());
            write(json, RULE, reason.rule());
            write(json, TITLE, reason.title());
            write(json, SELECTION, matched.selection());
            write(json, FIELD, matched.field());
            write(json, MODIFIERS, matched.modifiers());
            write(json, PATTERN, matched.pattern());
            write(json, VALUE, matched.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Most alerts are of one event, whose time they show three times. */
    private static final class Times {

        private Stamp last = Stamp.NONE;
        private String text = "";

        String iso(Stamp time) {
            if (!time.equals(last)) {
                last = time;
                text = time.iso();
            }
            return text;
        }
    }

    private static void writeTime(JsonGenerator json, SerializableString name, Stamp time, Times times)
            throws IOException {
        json.writeFieldName(name);
        if (time.isKnown()) {
            json.writeString(times.iso(time));
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, SerializableString name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
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
        return text(writing, Integer.MAX_VALUE);
    }

    private static String text(Writing writing, int most) {
        var text = new OneText(most);
        try (var json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a text can be written to", e);
        }
        return text.toString();
    }
}
