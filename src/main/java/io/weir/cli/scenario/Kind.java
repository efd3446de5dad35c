package io.weir.cli.scenario;

/** The kinds of events that the machines write. */
enum Kind {
    PROCESS_STARTED(Log.SYSMON, 1, "Process Create"),
    CONNECTED(Log.SYSMON, 3, "Network connection detected"),
    PROCESS_ENDED(Log.SYSMON, 5, "Process terminated"),
    IMAGE_LOADED(Log.SYSMON, 7, "Image loaded"),
    FILE_CREATED(Log.SYSMON, 11, "File created"),
    REGISTRY_SET(Log.SYSMON, 13, "Registry value set"),
    NAME_ASKED(Log.SYSMON, 22, "Dns query"),
    LOGGED_ON(Log.SECURITY, 4624, "An account was successfully logged on."),
    LOGGED_OFF(Log.SECURITY, 4634, "An account was logged off."),
    PRIVILEGES_GIVEN(Log.SECURITY, 4672, "Special privileges assigned to new logon."),
    PROCESS_AUDITED(Log.SECURITY, 4688, "A new process has been created."),
    TASK_CREATED(Log.SECURITY, 4698, "A scheduled task was created."),
    SHARE_OPENED(Log.SECURITY, 5140, "A network share object was accessed."),
    SERVICE_INSTALLED(Log.SYSTEM, 7045, "A service was installed in the system."),
    SERVICE_CHANGED(Log.SYSTEM, 7036, "A service entered another state."),
    SCRIPT_RUN(Log.POWERSHELL, 4104, "Creating Scriptblock text");

    private final Log log;
    private final int eventId;
    private final String title;

    Kind(Log log, int eventId, String title) {
        this.log = log;
        this.eventId = eventId;
        this.title = title;
    }

    Log log() {
        return log;
    }

    int eventId() {
        return eventId;
    }

    /** The first line of the event's message. */
    String title() {
        return title;
    }
}
