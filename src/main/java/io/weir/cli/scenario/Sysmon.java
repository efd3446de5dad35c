package io.weir.cli.scenario;

import static io.weir.cli.scenario.Field.field;
import static io.weir.cli.scenario.Field.time;

import io.weir.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** What Sysmon writes. */
final class Sysmon {

    private static final Field NO_RULE = field("RuleName", "-");

    private Sysmon() {}

    static Observation started(Machine machine, Running process, Running parent, long time) {
        return Observation.of(
                machine,
                Kind.PROCESS_STARTED,
                time,
                NO_RULE,
                time("UtcTime", time),
                field("ProcessGuid", process.guid()),
                field("ProcessId", process.pid()),
                field("Image", process.program().path()),
                field("FileVersion", process.program().ifMicrosofts("10.0.19041.3636 (WinBuild.160101.0800)")),
                field("Product", process.program().ifMicrosofts("Microsoft® Windows® Operating System")),
                field("Company", process.program().ifMicrosofts("Microsoft Corporation")),
                field("OriginalFileName", process.program().originalName()),
                field("CommandLine", process.commandLine()),
                field("CurrentDirectory", "C:\\Windows\\system32\\"),
                field("User", process.user()),
                field("LogonId", "0x5b2e1"),
                field("TerminalSessionId", 1),
                field("IntegrityLevel", "Medium"),
                field("Hashes", hashes(process.program())),
                field("ParentProcessGuid", parent.guid()),
                field("ParentProcessId", parent.pid()),
                field("ParentImage", parent.program().path()),
                field("ParentCommandLine", parent.commandLine()),
                field("ParentUser", parent.user()));
    }

    static Observation ended(Machine machine, Running process, long time) {
        return Observation.of(
                machine,
                Kind.PROCESS_ENDED,
                time,
                NO_RULE,
                time("UtcTime", time),
                field("ProcessGuid", process.guid()),
                field("ProcessId", process.pid()),
                field("Image", process.program().path()),
                field("User", process.user()));
    }

    /** A connection that the process opened to somewhere. */
    static Observation connected(Machine machine, Running process, Place to, long time) {
        return connection(
                machine, process, true, new Place(machine.address(), 49_152 + (int) (time / 7 % 16_000)), to, time);
    }

    /** A connection that somebody opened to the process. */
    static Observation visited(Machine machine, Running process, Place from, int port, long time) {
        return connection(machine, process, false, from, new Place(machine.address(), port), time);
    }

    private static Observation connection(
            Machine machine, Running process, boolean initiated, Place from, Place to, long time) {
        return Observation.of(
                machine,
                Kind.CONNECTED,
                time,
                NO_RULE,
                time("UtcTime", time),
                field("ProcessGuid", process.guid()),
                field("ProcessId", process.pid()),
                field("Image", process.program().path()),
                field("User", process.user()),
                field("Protocol", "tcp"),
                field("Initiated", initiated),
                field("SourceIsIpv6", to.isIpv6()),
                field("SourceIp", from.address()),
                field("SourceHostname", "-"),
                field("SourcePort", from.port()),
                field("SourcePortName", "-"),
                field("DestinationIsIpv6", to.isIpv6()),
                field("DestinationIp", to.address()),
                field("DestinationHostname", "-"),
                field("DestinationPort", to.port()),
                field("DestinationPortName", "-"));
    }

    static Observation fileCreated(Machine machine, Running process, String file, long time) {
        return Observation.of(
                machine,
                Kind.FILE_CREATED,
                time,
                NO_RULE,
                time("UtcTime", time),
                field("ProcessGuid", process.guid()),
                field("ProcessId", process.pid()),
                field("Image", process.program().path()),
                field("TargetFilename", file),
                time("CreationUtcTime", time),
                field("User", process.user()));
    }

    static Observation registrySet(Machine machine, Running process, String key, String value, long time) {
        return Observation.of(
                machine,
                Kind.REGISTRY_SET,
                time,
                NO_RULE,
                field("EventType", "SetValue"),
                time("UtcTime", time),
                field("ProcessGuid", process.guid()),
                field("ProcessId", process.pid()),
                field("Image", process.program().path()),
                field("TargetObject", key),
                field("Details", value),
                field("User", process.user()));
    }

    static Observation nameAsked(Machine machine, Running process, String name, String answer, long time) {
        return Observation.of(
                machine,
                Kind.NAME_ASKED,
                time,
                NO_RULE,
                time("UtcTime", time),
                field("ProcessGuid", process.guid()),
                field("ProcessId", process.pid()),
                field("QueryName", name),
                field("QueryStatus", "0"),
                field("QueryResults", answer),
                field("Image", process.program().path()),
                field("User", process.user()));
    }

    static Observation imageLoaded(Machine machine, Running process, String file, long time) {
        return Observation.of(
                machine,
                Kind.IMAGE_LOADED,
                time,
                NO_RULE,
                time("UtcTime", time),
                field("ProcessGuid", process.guid()),
                field("ProcessId", process.pid()),
                field("Image", process.program().path()),
                field("ImageLoaded", file),
                field("Signed", "true"),
                field("Signature", "Microsoft Windows"),
                field("SignatureStatus", "Valid"),
                field("User", process.user()));
    }

    /** No file is there to hash: the same path gets the same digits. */
    private static String hashes(Program program) {
        byte[] digest = Sha256.begin().digest(program.path().getBytes(StandardCharsets.UTF_8));
        return "SHA256=" + HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
    }
}
