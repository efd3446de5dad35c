package io.weir.event;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Event XML turned into JSON element by element, as {@code evtx_dump} does: {@code Event.System}, {@code Event.EventData}, {@code
 * Event.UserData}. What else stands beside {@code Event} is ignored.
 *
 * <p>The time is {@code SystemTime}: Windows writes it in UTC.
 */
final class EvtxDumpShape implements PlainShape {

    @Override
    public String signature() {
        return "an object Event.System (evtx_dump)";
    }

    @Override
    public boolean fits(JsonObject event) {
        return event.object("Event").flatMap(body -> body.object("System")).isPresent();
    }

    @Override
    public Set<String> computed() {
        return Set.of("Message");
    }

    @Override
    public Reading read(JsonObject event) {
        var body = event.object("Event").orElseThrow();
        var system = system(body);
        var data = new Fields();
        body.forEach((name, value) -> addData(data, name, value));
        addMessage(system, body);
        return new Reading(header(system), system.under(data));
    }

    private static Fields system(JsonObject body) {
        var system = new Fields();
        body.object("System").orElseThrow().forEach((name, value) -> addSystem(system, name, value));
        return system;
    }

    /** An empty element, such as {@code "Security": null}, is no field. */
    private static void addSystem(Fields system, String name, Json value) {
        if (!value.isNull()) {
            value.addTo(system, name);
        }
    }

    /** What a collector rendered of the event; the names that it gives level, task and channel are no news. */
    private static void addMessage(Fields system, JsonObject body) {
        system.addText(
                "Message",
                body.object("RenderingInfo").map(info -> info.text("Message")).orElse(""));
    }

    private static void addData(Fields data, String name, Json value) {
        switch (name) {
            case "EventData", "ProcessingErrorData" -> value.addContentTo(data, name);
            case "UserData" -> addUserData(data, value);
            default -> {}
        }
    }

    /** User data is wrapped in one element, which the provider names as it likes. */
    private static void addUserData(Fields data, Json value) {
        if (value instanceof JsonObject userData) {
            userData.forEach((wrapper, content) -> content.addContentTo(data, wrapper));
        } else {
            value.addContentTo(data, "UserData");
        }
    }

    private EventHeader header(Fields system) {
        return new EventHeader(
                system.text("Channel"),
                system.text("Provider_Name"),
                system.number("EventID"),
                system.text("Computer"),
                system.number("EventRecordID"),
                time(times(system)::get));
    }

    @Override
    public List<String> times(JsonObject event) {
        return times(system(event.object("Event").orElseThrow()));
    }

    private static List<String> times(Fields system) {
        return List.of(system.onlyText("TimeCreated_SystemTime"));
    }

    @Override
    public EventTime time(IntFunction<String> times) {
        return EventTime.utc(times.apply(0), Stamp.NONE);
    }
}
