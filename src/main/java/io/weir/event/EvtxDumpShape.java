package io.weir.event;

import java.util.Set;

/**
 * Event XML turned into JSON element by element, as {@code evtx_dump} does: {@code Event.System}, {@code Event.EventData}, {@code
 * Event.UserData}. What else stands beside {@code Event} is ignored.
 *
 * <p>The time is {@code SystemTime}: Windows writes it in UTC.
 */
final class EvtxDumpShape implements EventShape {

    @Override
    public String signature() {
        return "an object Event.System (evtx_dump)";
    }

    @Override
    public boolean fits(JsonObject event) {
        return event.object("Event").flatMap(body -> body.object("System")).isPresent();
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    @Override
    public Set<String> computed() {
        return Set.of("Message");
    }

    @Override
    public Reading read(JsonObject event) {
        var body = event.object("Event").orElseThrow();
        var system = new Fields();
        var data = new Fields();
        body.object("System").orElseThrow().forEach((name, value) -> addSystem(system, name, value));
        body.forEach((name, value) -> addData(data, name, value));
        addMessage(system, body);
        return new Reading(header(system), system.under(data));
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

    private static EventHeader header(Fields system) {
        return new EventHeader(
                system.text("Channel"),
                system.text("Provider_Name"),
                system.number("EventID"),
                system.text("Computer"),
                system.number("EventRecordID"),
                EventTime.utc(system.onlyText("TimeCreated_SystemTime"), Stamp.NONE));
    }
}
