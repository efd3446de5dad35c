package io.weir.event;

import java.util.List;
import java.util.Optional;

/**
 * Events as Splunk names their fields: {@code EventCode} beside {@code ComputerName}, {@code LogName}, {@code SourceName} or {@code _time}; alone,
 * or as the {@code result} of an exported search. Where the search kept the raw event as XML, that says all of it.
 *
 * <p>The time is {@code SystemTime}, which Splunk takes from the XML, else {@code _time}. A search may drop the channel; then {@code source} names it.
 * Where that is gone, too, an event with one of Sysmon's own fields is Sysmon's: an event of no channel and no provider would be shown to no
 * rule.
 */
record SplunkShape(EmbeddedText embedded) implements EventShape {

    /** Fields of Sigma and what Splunk calls them, as pairs, the best first; Splunk's stay beside. */
    private static final List<String> NAMES = List.of(
            "EventID", "EventCode",
            "Computer", "ComputerName",
            "Computer", "host",
            "Channel", "LogName",
            "Provider_Name", "SourceName",
            "Provider_Name", "Name",
            "EventRecordID", "RecordNumber",
            "Task", "TaskCategory",
            "Opcode", "OpCode",
            "NewProcessName", "New_Process_Name",
            "NewProcessId", "New_Process_ID",
            "CommandLine", "Process_Command_Line",
            "ParentProcessName", "Creator_Process_Name",
            "ProcessId", "Creator_Process_ID");

    private static final List<String> COMPANIONS = List.of("ComputerName", "LogName", "SourceName", "_time");
    private static final List<String> OF_SYSMON =
            List.of("Image", "ProcessGuid", "SourceProcessGuid", "SourceProcessGUID", "SourceImage");
    private static final String SYSMON = "Microsoft-Windows-Sysmon";
    private static final String RAW = "_raw";
    private static final String SOURCE_MARK = "WinEventLog:";

    @Override
    public String signature() {
        return "EventCode beside ComputerName or LogName (Splunk)";
    }

    @Override
    public boolean fits(JsonObject event) {
        var result = result(event);
        var isSplunks = result.has("EventCode") && COMPANIONS.stream().anyMatch(result::has);
        return isSplunks || rawXml(result).isPresent();
    }

    @Override
    public boolean mayFit(JsonObject event) {
        return fits(event) || result(event).has(RAW);
    }

    private static JsonObject result(JsonObject event) {
        return event.object("result").orElse(event);
    }

    private static Optional<String> rawXml(JsonObject result) {
        return Optional.of(result.text(RAW).strip()).filter(raw -> raw.startsWith("<Event"));
    }

    @Override
    public Reading read(JsonObject event) {
        var result = result(event);
        return rawXml(result).flatMap(embedded::read).flatMap(XmlShape::read).orElseGet(() -> readFields(result));
    }

    private static Reading readFields(JsonObject result) {
        var fields = new Fields();
        result.addContentTo(fields, "");
        for (var i = 0; i < NAMES.size(); i += 2) {
            fields.take(NAMES.get(i), fields, NAMES.get(i + 1));
        }
        addOrigin(fields);
        return new Reading(header(fields), fields.toMap());
    }

    private static void addOrigin(Fields fields) {
        if (fields.text("Channel").isEmpty()) {
            fields.addText("Channel", channel(fields));
        }
        if (fields.text("Provider_Name").isEmpty() && isOfSysmon(fields)) {
            fields.addText("Provider_Name", SYSMON);
        }
    }

    /** What {@code source} says behind {@code WinEventLog:}, else nothing. */
    private static String channel(Fields fields) {
        var source = fields.text("source");
        var mark = source.indexOf(SOURCE_MARK);
        return mark < 0 ? "" : source.substring(mark + SOURCE_MARK.length());
    }

    private static boolean isOfSysmon(Fields fields) {
        var channel = fields.text("Channel");
        return channel.isEmpty()
                ? OF_SYSMON.stream().anyMatch(name -> !fields.text(name).isEmpty())
                : channel.equalsIgnoreCase(SYSMON + "/Operational");
    }

    private static EventHeader header(Fields fields) {
        return new EventHeader(
                fields.text("Channel"),
                fields.text("Provider_Name"),
                fields.number("EventID"),
                fields.text("Computer"),
                fields.number("EventRecordID"),
                time(fields));
    }

    private static EventTime time(Fields fields) {
        var system = EventTime.utc(fields.onlyText("SystemTime"), Stamp.NONE);
        return system.stamp().isKnown() ? XmlShape.inMicroseconds(system) : EpochText.time(fields.onlyText("_time"));
    }
}
