package io.weir.cli.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of the scenario's files under the names that all shapes share: read by other means than Weir's own decoder.
 *
 * @param time in milliseconds since the epoch
 */
record RawEvent(String host, String channel, int eventId, long record, long time, Map<String, String> data) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LOLBINS = List.of("expand.exe", "extrac32.exe", "ieexec.exe", "makecab.exe");

    /** All lines of a file that are events, in its order. */
    static List<RawEvent> allOf(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .flatMap(line -> parse(line).stream())
                .toList();
    }

    /** The event, or none where the line is not JSON. */
    static Optional<RawEvent> parse(String line) {
        try {
            var json = JSON.readTree(line);
            if (json.has("Event")) {
                return Optional.of(evtx(json.get("Event")));
            }
            return Optional.of(json.has("winlog") ? winlogbeat(json) : nxlog(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static RawEvent evtx(JsonNode event) {
        var system = event.get("System");
        return new RawEvent(
                system.get("Computer").textValue(),
                system.get("Channel").textValue(),
                system.get("EventID").intValue(),
                system.get("EventRecordID").longValue(),
                Instant.parse(system.at("/TimeCreated/#attributes/SystemTime").textValue())
                        .toEpochMilli(),
                texts(event.get("EventData")));
    }

    private static RawEvent winlogbeat(JsonNode event) {
        var winlog = event.get("winlog");
        return new RawEvent(
                winlog.get("computer_name").textValue(),
                winlog.get("channel").textValue(),
                Integer.parseInt(winlog.get("event_id").textValue()),
                winlog.get("record_id").longValue(),
                Instant.parse(event.get("@timestamp").textValue()).toEpochMilli(),
                texts(winlog.get("event_data")));
    }

    private static RawEvent nxlog(JsonNode event) {
        var local = LocalDateTime.parse(event.get("EventTime").textValue().replace(' ', 'T'));
        var data = texts(event);
        data.keySet().removeAll(List.of("EventReceivedTime", "@timestamp"));
        return new RawEvent(
                event.get("Hostname").textValue(),
                event.get("Channel").textValue(),
                event.get("EventID").intValue(),
                event.get("RecordNumber").longValue(),
                local.toInstant(ZoneOffset.ofHours(-5)).toEpochMilli(),
                data);
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** What tells events apart. */
    String identity() {
        return host + " " + channel + " " + record;
    }

    boolean isStart() {
        return eventId == 1;
    }

    boolean isConnection() {
        return eventId == 3;
    }

    /** The process that started or acted, as expected alerts write it. */
    String process() {
        return guid("ProcessGuid");
    }

    String parent() {
        return guid("ParentProcessGuid");
    }

    private String guid(String field) {
        return text(field).replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether it is of one of the four binaries, or of IExpress where that is asked for. */
    boolean isLolbin() {
        var image = text("Image").toLowerCase(Locale.ROOT);
        return LOLBINS.stream().anyMatch(name -> image.endsWith("\\" + name));
    }

    /** Whether it is a connection that leaves the scenario's own networks. */
    boolean isExternal() {
        return isConnection()
                && text("Initiated").equals("true")
                && !text("DestinationIp").startsWith("10.");
    }

    private String text(String field) {
        return data.getOrDefault(field, "");
    }
}
