package io.weir.event;

import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;

/**
 * What the Security audit says of processes: 4688 starts one, 4689 ends one, 4608 and 4826 tell of the host's start, and whatever else names one by
 * id and image is something that it did. It knows process ids and no GUIDs.
 */
final class SecurityProcess {

    private static final String PROVIDER = "Microsoft-Windows-Security-Auditing";
    private static final String CHANNEL = "Security";
    private static final int STARTED = 4688;
    private static final int ENDED = 4689;
    private static final int HOST_STARTED = 4608;
    private static final int BOOT_CONFIGURED = 4826;
    private static final String NOBODY = "-";

    private SecurityProcess() {}

    static boolean covers(Event event) {
        return event.provider().equalsIgnoreCase(PROVIDER) || event.channel().equalsIgnoreCase(CHANNEL);
    }

    /** Whether {@link #facts} of such an event may be more than what a process does. */
    static boolean mayTellOfALife(int eventId) {
        return switch (eventId) {
            case STARTED, ENDED, HOST_STARTED, BOOT_CONFIGURED -> true;
            default -> false;
        };
    }

    static ProcessFacts facts(Event event) {
        var fields = new ProcessFields(event);
        return switch (event.eventId()) {
            case STARTED -> start(fields);
            case ENDED -> acting(Life.END, fields);
            case HOST_STARTED, BOOT_CONFIGURED -> ProcessFacts.boot(Log.SECURITY);
            case 5154, 5155, 5156, 5157, 5158, 5159 -> connecting(fields);
            default -> act(fields);
        };
    }

    /** {@code ProcessId} is the creator's. */
    private static ProcessFacts start(ProcessFields fields) {
        return new ProcessFacts(
                Life.START,
                "",
                "",
                fields.pid("NewProcessId"),
                fields.pid("ProcessId"),
                fields.text("NewProcessName"),
                fields.text("CommandLine"),
                startedAs(fields),
                named(fields.text("ParentProcessName")),
                "",
                Log.SECURITY,
                "");
    }

    /** Where an event has both {@code ProcessId} and {@code ProcessName}, they are of who asked for what it tells of. */
    private static ProcessFacts act(ProcessFields fields) {
        var act = acting(Life.ACT, fields);
        return act.image().isEmpty() ? ProcessFacts.NONE : act;
    }

    private static ProcessFacts acting(Life life, ProcessFields fields) {
        return new ProcessFacts(
                life,
                "",
                "",
                fields.pid("ProcessId"),
                "",
                named(fields.text("ProcessName")),
                "",
                account(fields, "Subject"),
                "",
                "",
                Log.SECURITY,
                "");
    }

    /** The filtering platform has a name for the image of its own, and its process id is decimal; NXLog spells it {@code ProcessId}. */
    private static ProcessFacts connecting(ProcessFields fields) {
        return new ProcessFacts(
                Life.ACT,
                "",
                "",
                fields.pid("ProcessId", "ProcessID"),
                "",
                named(fields.text("Application")),
                "",
                "",
                "",
                "",
                Log.SECURITY,
                ConnectionEnds.of(
                        fields.text("SourceAddress"),
                        fields.text("SourcePort"),
                        fields.text("DestAddress"),
                        fields.text("DestPort")));
    }

    /** The target is named only where it is another account than the creator's. */
    private static String startedAs(ProcessFields fields) {
        var target = account(fields, "Target");
        return target.isEmpty() ? account(fields, "Subject") : target;
    }

    private static String account(ProcessFields fields, String role) {
        var user = named(fields.text(role + "UserName"));
        var domain = named(fields.text(role + "DomainName"));
        return user.isEmpty() || domain.isEmpty() ? user : domain + "\\" + user;
    }

    private static String named(String name) {
        return name.equals(NOBODY) ? "" : name;
    }
}
