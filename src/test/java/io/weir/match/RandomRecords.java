package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events as bytes, made by chance: flat records of a few channels and ids, whose texts are written in every way that JSON allows. */
final class RandomRecords {

    /** What the fields of {@link RandomEvents} are called, some as rules of a log source know them, one as the log system does. */
    private static final List<Map<String, String>> NAMES = List.of(
            Map.of("A", "A", "B", "B", "C", "C"),
            Map.of("A", "Image", "B", "ParentImage", "C", "CommandLine"),
            Map.of("A", "EventID", "B", "Provider_Name", "C", "Message"));

    private static final List<String> CHANNELS = List.of(
            "Microsoft-Windows-Sysmon/Operational",
            "Security",
            "security",
            "Microsoft-Windows-PowerShell/Operational",
            "Other");
    private static final List<String> IDS = List.of("1", "4688", "\"4688\"", "4104", "7", "\"x\"", "1.0", "-1");

    private final Random random;
    private final Map<String, String> names;

    RandomRecords(Random random) {
        this.random = random;
        this.names = NAMES.get(random.nextInt(NAMES.size()));
    }

    /** The detection with the fields' names. */
    JsonNode named(JsonNode detection) {
        if (detection.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            detection.forEach(element -> list.add(named(element)));
            return list;
        }
        if (detection.isObject()) {
            var map = JsonNodeFactory.instance.objectNode();
            detection.properties().forEach(member -> map.set(name(member.getKey()), named(member.getValue())));
            return map;
        }
        return detection.isTextual() ? JsonNodeFactory.instance.textNode(name(detection.textValue())) : detection;
    }

    private String name(String written) {
        int end = written.indexOf('|') < 0 ? written.length() : written.indexOf('|');
        return names.getOrDefault(written.substring(0, end), written.substring(0, end)) + written.substring(end);
    }

    /** A record that says what the event does. */
    byte[] record(ObjectNode event) {
        var record = new StringBuilder("{\"Channel\":\"").append(CHANNELS.get(random.nextInt(CHANNELS.size())));
        record.append("\",\"SourceName\":\"Microsoft-Windows-").append(random.nextBoolean() ? "Sysmon\"" : "Other\"");
        if (!names.containsValue("EventID") || !event.has("A")) {
            record.append(",\"EventID\":").append(IDS.get(random.nextInt(IDS.size())));
        }
        event.properties().forEach(member -> {
            record.append(",\"").append(eventName(member.getKey())).append("\":");
            write(member.getValue(), record);
        });
        return record.append('}').toString().getBytes(UTF_8);
    }

    private String eventName(String field) {
        var name = names.getOrDefault(field, field);
        return name.equals("Image") && random.nextInt(3) == 0 ? "NewProcessName" : name;
    }

    private void write(JsonNode value, StringBuilder record) {
        if (value.isArray()) {
            record.append('[');
            for (int i = 0; i < value.size(); i++) {
                record.append(i == 0 ? "" : ",");
                write(value.get(i), record);
            }
            record.append(']');
        } else if (value.isTextual()) {
            record.append('"');
            value.textValue().chars().forEach(unit -> write((char) unit, record));
            record.append('"');
        } else {
            record.append(value);
        }
    }

    private void write(char unit, StringBuilder record) {
        if (unit < ' ' || Character.isSurrogate(unit) || random.nextInt(12) == 0) {
            record.append(random.nextBoolean() ? "\\u%04x".formatted((int) unit) : "\\u%04X".formatted((int) unit));
        } else if (unit == '"' || unit == '\\') {
            record.append('\\').append(unit);
        } else {
            record.append(unit == '/' && random.nextBoolean() ? "\\/" : String.valueOf(unit));
        }
    }
}
