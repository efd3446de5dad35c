package io.weir.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of Azure's tables {@code WindowsEvent}, {@code Event} and {@code SecurityEvent}, and what Azure's diagnostics write, whose event is
 * under {@code properties}. The event data is an object, or a text that holds JSON or XML; text that is neither is the field {@code
 * EventData}, as it came.
 *
 * <p>The time is {@code TimeGenerated}, which the agent takes from the system time; {@code TimeCollected} is when it read the event. Where
 * the row holds the event's whole XML, that says all of it.
 */
record AzureShape(EmbeddedText embedded) implements EventShape {

    private static final Set<String> TABLES = Set.of("WindowsEvent", "Event", "SecurityEvent");

    /** What holds the whole event as XML. */
    private static final List<String> WHOLE = List.of("RawXml", "RawEventData");

    /** What holds the data of the event, perhaps in a text. */
    private static final Set<String> DATA = Set.of("EventData", "UserData", "ParameterXml");

    /** Columns and what Sigma calls them, as pairs, the best first; the columns stay beside. */
    private static final List<String> NAMES = List.of(
            "Channel", "EventLog",
            "EventID", "EventId",
            "Provider_Name", "Provider",
            "Provider_Name", "ProviderName",
            "Provider_Name", "EventSourceName",
            "Provider_Name", "Source",
            "Level", "EventLevel",
            "EventRecordID", "EventRecordId",
            "Execution_ProcessID", "SystemProcessId",
            "Execution_ThreadID", "SystemThreadId",
            "Security_UserID", "SystemUserId",
            "Message", "RenderedDescription",
            "Message", "Description");

    @Override
    public String signature() {
        return "EventID beside EventData (Azure)";
    }

    @Override
    public boolean fits(JsonObject event) {
        var row = row(event);
        return hasHeader(row)
                && (row.has("EventData")
                        || TABLES.contains(row.text("Type"))
                        || wholeText(row).isPresent());
    }

    @Override
    public boolean mayFit(JsonObject event) {
        var row = row(event);
        return hasHeader(row)
                && (row.has("EventData") || row.has("Type") || WHOLE.stream().anyMatch(row::has));
    }

    private static boolean hasHeader(JsonObject row) {
        return (row.has("EventID") || row.has("EventId"))
                && (row.has("Channel") || row.has("EventLog") || row.has("Provider") || row.has("EventSourceName"));
    }

    private static JsonObject row(JsonObject event) {
        return event.object("properties").orElse(event);
    }

    @Override
    public Reading read(JsonObject event) {
        var row = row(event);
        return wholeText(row).flatMap(embedded::read).flatMap(XmlShape::read).orElseGet(() -> readRow(event, row));
    }

    private static Optional<String> wholeText(JsonObject row) {
        return WHOLE.stream()
                .map(row::text)
                .filter(text -> text.startsWith("<"))
                .findFirst();
    }

    private Reading readRow(JsonObject event, JsonObject row) {
        var system = new Fields();
        var data = new Fields();
        row.forEach((name, value) -> addColumn(system, data, name, value));
        for (var i = 0; i < NAMES.size(); i += 2) {
            system.take(NAMES.get(i), system, NAMES.get(i + 1));
        }
        return new Reading(header(event, system), system.under(data));
    }

    private void addColumn(Fields system, Fields data, String name, Json value) {
        if (DATA.contains(name)) {
            content(value).addContentTo(data, name);
        } else {
            value.addContentTo(system, name);
        }
    }

    /** What the text holds, else the value itself. */
    private Json content(Json value) {
        return value instanceof Json.Leaf leaf
                ? embedded.read(ValueText.of(leaf.value()))
                        .map(AzureShape::unwrapped)
                        .orElse(value)
                : value;
    }

    /** Where XML: the element of event data, which may stand inside another. */
    private static Json unwrapped(JsonObject content) {
        var outer = content.object("DataItem").orElse(content);
        return outer.object("EventData").<Json>map(inner -> inner).orElse(outer);
    }

    private static EventHeader header(JsonObject event, Fields system) {
        return new EventHeader(
                system.text("Channel"),
                system.text("Provider_Name"),
                system.number("EventID"),
                system.text("Computer"),
                system.number("EventRecordID"),
                time(event, system));
    }

    private static EventTime time(JsonObject event, Fields system) {
        var collected = TimeText.of(system.onlyText("TimeCollected")).zonedStamp();
        var generated = EventTime.utc(system.onlyText("TimeGenerated"), collected);
        return generated.stamp().isKnown() ? generated : EventTime.utc(event.text("time"), collected);
    }
}
