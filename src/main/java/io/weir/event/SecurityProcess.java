package io.weir.event;

import io.weir.event.ProcessFacts.Life;

/** What the Security audit says of processes: 4688 starts one, 4689 ends one. It knows process ids, in hexadecimal, and no GUIDs. */
final class SecurityProcess {

    private static final String PROVIDER = "Microsoft-Windows-Security-Auditing";
    private static final String CHANNEL = "Security";
    private static final String NOBODY = "-";

    private SecurityProcess() {}

    static boolean covers(Event event) {
        return event.provider().equalsIgnoreCase(PROVIDER) || event.channel().equalsIgnoreCase(CHANNEL);
    }

    static ProcessFacts facts(Event event) {
        var fields = new ProcessFields(event);
        return switch (event.eventId()) {
            case 4688 -> start(fields);
            case 4689 -> end(fields);
            default -> ProcessFacts.NONE;
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
                fields.text("ParentProcessName"),
                "");
    }

    private static ProcessFacts end(ProcessFields fields) {
        return new ProcessFacts(
                Life.END,
                "",
                "",
                fields.pid("ProcessId"),
                "",
                fields.text("ProcessName"),
                "",
                account(fields, "Subject"),
                "",
                "");
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
