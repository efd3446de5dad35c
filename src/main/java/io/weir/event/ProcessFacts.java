package io.weir.event;

/**
 * What an event says of processes; texts that it does not have are empty. Process GUIDs are in lower case without braces, and an
 * all-zero one counts as absent: unrelated events carry it.
 *
 * @param life whether the event starts or ends the process, or is something that it did
 * @param guid the process that started, ended or acted
 * @param parentGuid of a start: the process that started it
 * @param pid the process id as decimal digits
 * @param parentPid of a start
 * @param image path of the executable
 * @param commandLine of a start
 * @param user whom it runs as
 * @param parentImage of a start
 * @param parentCommandLine of a start
 * @param log which log says so
 * @param connection both ends of the connection that the process made or took, the same in every log; empty where it is about none
 */
public record ProcessFacts(
        Life life,
        String guid,
        String parentGuid,
        String pid,
        String parentPid,
        String image,
        String commandLine,
        String user,
        String parentImage,
        String parentCommandLine,
        Log log,
        String connection) {

    /** The event names no process. */
    public static final ProcessFacts NONE =
            new ProcessFacts(Life.NONE, "", "", "", "", "", "", "", "", "", Log.NONE, "");

    /** What an event says of processes; nothing where it names the process by neither GUID nor id, unless it is the end of them all. */
    static ProcessFacts of(Event event) {
        var facts = said(event);
        return facts.guid.isEmpty() && facts.pid.isEmpty() && facts.life != Life.BOOT ? NONE : facts;
    }

    /** Only these logs are believed: other providers use the same field names for other things. */
    private static ProcessFacts said(Event event) {
        if (SysmonProcess.covers(event)) {
            return SysmonProcess.facts(event);
        }
        if (SecurityProcess.covers(event)) {
            return SecurityProcess.facts(event);
        }
        return KernelBoot.tells(event) ? boot(Log.SYSTEM) : NONE;
    }

    /** The host has started, says that log. */
    static ProcessFacts boot(Log log) {
        return new ProcessFacts(Life.BOOT, "", "", "", "", "", "", "", "", "", log, "");
    }

    /** Whether a process starts or ends, or its host starts. */
    boolean tellsOfALife() {
        return switch (life) {
            case START, END, BOOT -> true;
            case NONE, ACT -> false;
        };
    }

    /** Whether events of that id may tell of more than what a process does: the few ids that the readers of the logs name. */
    static boolean mayTellOfALife(int eventId) {
        return SysmonProcess.mayTellOfALife(eventId)
                || SecurityProcess.mayTellOfALife(eventId)
                || KernelBoot.mayTell(eventId);
    }

    /** What happened to the process. */
    public enum Life {
        /** The event names no process. */
        NONE,
        START,
        ACT,
        END,
        /** The host has started: no process from before is alive. */
        BOOT
    }

    /** Which log an event is from. */
    public enum Log {
        /** None that tells of processes. */
        NONE,
        SYSMON,
        SECURITY,
        SYSTEM
    }
}
