package io.weir.cli.scenario;

import java.util.EnumMap;
import java.util.Map;

/** A computer: its names, its processes' identities, the record numbers of its logs. */
final class Machine {

    /** Processes that run since the morning have lower numbers than all that are started in the slice. */
    private static final int FIRST_PID = 3_000;

    private static final int LAST_PID = 31_000;

    private final String name;
    private final String address;
    private final String user;
    private final String guidPrefix;
    private final Map<Log, Long> records = new EnumMap<>(Log.class);
    private final Running explorer;
    private final Running services;
    private final Running browser;
    private final Running mail;
    private int started;
    private int pid = FIRST_PID;

    /**
     * A computer that was switched on in the morning.
     *
     * @param name fully qualified
     * @param address of its network interface
     * @param user who works at it
     * @param number tells computers apart
     * @param morning when it was switched on, in microseconds since the epoch
     */
    Machine(String name, String address, String user, int number, long morning) {
        this.name = name;
        this.address = address;
        this.user = user;
        this.guidPrefix = String.format("5d7a1c%02x", number);
        for (var log : Log.values()) {
            records.put(log, 40_000L * (number + 1) + 7_000L * records.size());
        }
        services = sinceMorning(
                Program.SERVICES, "C:\\Windows\\system32\\services.exe", "NT AUTHORITY\\SYSTEM", 708, morning);
        explorer = sinceMorning(Program.EXPLORER, "C:\\Windows\\Explorer.EXE", user, 1_904, morning);
        browser = sinceMorning(Program.FIREFOX, Program.FIREFOX.with(""), user, 2_212, morning);
        mail = sinceMorning(Program.OUTLOOK, Program.OUTLOOK.with(""), user, 2_480, morning);
    }

    private Running sinceMorning(Program program, String commandLine, String runsAs, int number, long morning) {
        return new Running(guid(morning), number, program, commandLine, runsAs);
    }

    String name() {
        return name;
    }

    String shortName() {
        return name.substring(0, name.indexOf('.'));
    }

    String address() {
        return address;
    }

    String user() {
        return user;
    }

    /** The account's name without its domain. */
    String account() {
        return user.substring(user.indexOf('\\') + 1);
    }

    Running explorer() {
        return explorer;
    }

    Running services() {
        return services;
    }

    Running browser() {
        return browser;
    }

    Running mail() {
        return mail;
    }

    /** A process that begins at that time, for the same user as the one that starts it. */
    Running start(Program program, String commandLine, Running parent, long time) {
        pid += 4 * (1 + started % 13);
        if (pid > LAST_PID) {
            pid = FIRST_PID;
        }
        return new Running(guid(time), pid, program, commandLine, parent.user());
    }

    /** As Sysmon makes them: the machine, the second of the start, a number. */
    private Guid guid(long time) {
        long second = time / Timeline.SECOND;
        started++;
        return new Guid(String.format(
                "%s-%04x-%04x-%04x-%012x",
                guidPrefix, second & 0xffff, second >> 16 & 0xffff, started & 0xffff, 0xc400 + started));
    }

    /** The number of the next record in that log. */
    long nextRecord(Log log) {
        return records.merge(log, 1L, Long::sum);
    }
}
