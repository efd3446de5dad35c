package io.weir.event;

/**
 * What the System log says of the host's start: 12 of Kernel-General, which the kernel stamps before it starts the first process. The event log's own
 * events (6005, 6009, 6013) are no sign of it: they are written whenever that service starts, which who attacks a host may bring about.
 */
final class KernelBoot {

    private static final String PROVIDER = "Microsoft-Windows-Kernel-General";
    private static final String CHANNEL = "System";
    private static final int STARTED = 12;

    private KernelBoot() {}

    /** Whether an event of that id may be it. */
    static boolean mayTell(int eventId) {
        return eventId == STARTED;
    }

    static boolean tells(Event event) {
        return mayTell(event.eventId())
                && event.provider().equalsIgnoreCase(PROVIDER)
                && (event.channel().isEmpty() || event.channel().equalsIgnoreCase(CHANNEL));
    }
}
