package io.weir.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Winlogbeat as it writes to a broker, no ingest pipeline between: {@code winlog.event_data}, {@code winlog.user_data} and the system's
 * own fields beside them.
 *
 * <p>The time is {@code @timestamp}, which Winlogbeat takes from the event's own system time; {@code event.created} is when it read it. The
 * computer is {@code winlog.computer_name}; {@code host.name} is short, or the collector's.
 */
final class WinlogbeatShape implements PlainShape {

    /** Members of {@code winlog} and what Sigma calls them, as pairs. */
    private static final List<String> NAMES = List.of(
            "channel", "Channel",
            "event_id", "EventID",
            "provider_name", "Provider_Name",
            "provider_guid", "Provider_Guid",
            "computer_name", "Computer",
            "record_id", "EventRecordID",
            "version", "Version",
            "task", "Task",
            "opcode", "Opcode",
            "keywords", "Keywords",
            "activity_id", "Correlation_ActivityID",
            "process.pid", "Execution_ProcessID",
            "process.thread.id", "Execution_ThreadID",
            "user.identifier", "Security_UserID");

    /** Windows' numbers for the names that Winlogbeat gives levels; rules ask for numbers. */
    private static final Map<String, String> LEVELS =
            Map.of("critical", "1", "error", "2", "warning", "3", "information", "4", "verbose", "5");

    @Override
    public String signature() {
        return "an object winlog with event_id or channel (Winlogbeat)";
    }

    @Override
    public boolean fits(JsonObject event) {
        return event.object("winlog")
                .filter(winlog -> winlog.has("event_id") || winlog.has("channel"))
                .isPresent();
    }

    @Override
    public Set<String> computed() {
        return Set.of("Message", "Level");
    }

    @Override
    public Reading read(JsonObject event) {
        var winlog = new Fields();
        var data = new Fields();
        event.object("winlog").orElseThrow().forEach((name, value) -> addMember(winlog, data, name, value));
        var system = named(winlog);
        addRendering(system, event);
        return new Reading(header(event, system), system.under(data));
    }

    private static void addMember(Fields winlog, Fields data, String name, Json value) {
        switch (name) {
            case "event_data", "user_data" -> value.addContentTo(data, name);
            default -> value.addTo(winlog, name);
        }
    }

    private static Fields named(Fields winlog) {
        var system = new Fields();
        for (var i = 0; i < NAMES.size(); i += 2) {
            system.take(NAMES.get(i + 1), winlog, NAMES.get(i));
        }
        return system;
    }

    private static void addRendering(Fields system, JsonObject event) {
        system.addText("Message", event.text("message"));
        var level = event.object("log").map(log -> log.text("level")).orElse("");
        system.addText("Level", LEVELS.getOrDefault(level.toLowerCase(Locale.ROOT), level));
    }

    private EventHeader header(JsonObject event, Fields system) {
        return new EventHeader(
                system.text("Channel"),
                system.text("Provider_Name"),
                system.number("EventID"),
                system.text("Computer"),
                system.number("EventRecordID"),
                time(times(event)::get));
    }

    @Override
    public List<String> times(JsonObject event) {
        var created = event.object("event").map(meta -> meta.text("created")).orElse("");
        return List.of(event.text("@timestamp"), created);
    }

    @Override
    public EventTime time(IntFunction<String> times) {
        return EventTime.utc(times.apply(0), TimeText.of(times.apply(1)).zonedStamp());
    }
}
