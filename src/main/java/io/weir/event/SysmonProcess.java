package io.weir.event;

import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;

/** What Sysmon's events say of processes: 1 starts one, 5 ends one, 3 is a connection, and whatever else names one is something that it did. */
final class SysmonProcess {

    private static final String PROVIDER = "Microsoft-Windows-Sysmon";
    private static final String CHANNEL = "Microsoft-Windows-Sysmon/Operational";
    private static final int STARTED = 1;
    private static final int ENDED = 5;
    private static final String NO_CONNECTION = "";

    private SysmonProcess() {}

    static boolean covers(Event event) {
        return event.provider().equalsIgnoreCase(PROVIDER) || event.channel().equalsIgnoreCase(CHANNEL);
    }

    /** Whether {@link #facts} of such an event may be more than what a process does. */
    static boolean mayTellOfALife(int eventId) {
        return eventId == STARTED || eventId == ENDED;
    }

    static ProcessFacts facts(Event event) {
        var fields = new ProcessFields(event);
        return switch (event.eventId()) {
            case STARTED -> start(fields);
            case 3 -> acting(Life.ACT, fields, connection(fields));
            case ENDED -> acting(Life.END, fields, NO_CONNECTION);
            default -> acting(Life.ACT, fields, NO_CONNECTION);
        };
    }

    private static String connection(ProcessFields fields) {
        return ConnectionEnds.of(
                fields.text("SourceIp"),
                fields.text("SourcePort"),
                fields.text("DestinationIp"),
                fields.text("DestinationPort"));
    }

    private static ProcessFacts start(ProcessFields fields) {
        return new ProcessFacts(
                Life.START,
                fields.guid("ProcessGuid"),
                fields.guid("ParentProcessGuid"),
                fields.pid("ProcessId"),
                fields.pid("ParentProcessId"),
                fields.text("Image"),
                fields.text("CommandLine"),
                fields.text("User"),
                fields.text("ParentImage"),
                fields.text("ParentCommandLine"),
                Log.SYSMON,
                NO_CONNECTION);
    }

    /** Events 8 and 10 name two processes; the source is the one that acts, and its field is spelled in two ways. */
    private static ProcessFacts acting(Life life, ProcessFields fields, String connection) {
        return new ProcessFacts(
                life,
                fields.guid("ProcessGuid", "SourceProcessGuid", "SourceProcessGUID"),
                "",
                fields.pid("ProcessId", "SourceProcessId"),
                "",
                fields.text("Image", "SourceImage"),
                "",
                fields.text("User", "SourceUser"),
                "",
                "",
                Log.SYSMON,
                connection);
    }
}
