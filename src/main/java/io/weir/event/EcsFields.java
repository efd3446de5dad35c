package io.weir.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Fields that Winlogbeat's modules moved out of the event data, under the names that they had there. */
final class EcsFields {

    private static final String SECURITY = "Microsoft-Windows-Security-Auditing";
    private static final String SYSMON = "Microsoft-Windows-Sysmon";
    private static final String POWERSHELL = "Microsoft-Windows-PowerShell";

    /** Sigma's names and where the Sysmon module puts their values in every event, as pairs. */
    private static final List<String> SYSMON_PROCESS = List.of(
            "ProcessGuid", "process.entity_id",
            "ProcessId", "process.pid",
            "Image", "process.executable",
            "CommandLine", "process.command_line",
            "CurrentDirectory", "process.working_directory",
            "OriginalFileName", "process.pe.original_file_name",
            "Company", "process.pe.company",
            "Description", "process.pe.description",
            "FileVersion", "process.pe.file_version",
            "Product", "process.pe.product");

    private static final List<String> SYSMON_PARENT = List.of(
            "ParentProcessGuid", "process.parent.entity_id",
            "ParentProcessId", "process.parent.pid",
            "ParentImage", "process.parent.executable",
            "ParentCommandLine", "process.parent.command_line");

    /** Events 8 and 10 name two processes; the one that acts is the source, its GUID spelled in two ways. */
    private static final List<String> SYSMON_SOURCE = List.of(
            "SourceProcessGuid", "process.entity_id",
            "SourceProcessGUID", "process.entity_id",
            "TargetProcessGuid", "winlog.event_data.TargetProcessGUID",
            "SourceProcessId", "process.pid",
            "SourceImage", "process.executable",
            "SourceThreadId", "process.thread.id");

    private static final List<String> SYSMON_NETWORK = List.of(
            "Protocol", "network.transport",
            "SourceIp", "source.ip",
            "SourceHostname", "source.domain",
            "SourcePort", "source.port",
            "DestinationIp", "destination.ip",
            "DestinationHostname", "destination.domain",
            "DestinationPort", "destination.port",
            "DestinationPortName", "network.protocol");

    private static final List<String> SYSMON_IMAGE = List.of(
            "ImageLoaded", "file.path",
            "OriginalFileName", "file.pe.original_file_name",
            "Company", "file.pe.company",
            "Description", "file.pe.description",
            "FileVersion", "file.pe.file_version",
            "Product", "file.pe.product",
            "Signature", "file.code_signature.subject_name",
            "SignatureStatus", "file.code_signature.status");

    private static final List<String> SYSMON_FILE = List.of(
            "TargetFilename", "file.path",
            "Archived", "sysmon.file.archived",
            "IsExecutable", "sysmon.file.is_executable");

    private static final List<String> SECURITY_START = List.of(
            "NewProcessName", "process.executable",
            "CommandLine", "process.command_line",
            "ParentProcessName", "process.parent.executable",
            "SubjectUserSid", "user.id",
            "SubjectUserName", "user.name",
            "SubjectDomainName", "user.domain",
            "SubjectLogonId", "winlog.logon.id");

    private static final List<String> SECURITY_OTHER = List.of(
            "ProcessName", "process.executable",
            "IpAddress", "source.ip",
            "IpPort", "source.port",
            "WorkstationName", "source.domain",
            "ServiceName", "service.name");

    private static final List<String> SCRIPT = List.of(
            "ScriptBlockText", "powershell.file.script_block_text",
            "ScriptBlockId", "powershell.file.script_block_id",
            "Path", "file.path");

    private static final Map<String, String> INITIATED =
            Map.of("egress", "true", "outbound", "true", "ingress", "false", "inbound", "false");

    private final Fields ecs = new Fields();
    private final Fields moved = new Fields();
    private final Set<String> kept;

    private EcsFields(JsonObject event, Set<String> kept) {
        event.addContentTo(ecs, "");
        this.kept = kept;
    }

    /**
     * The moved fields of an event with that header.
     *
     * @param kept what the event has in any case: only what is missing is worked out
     */
    static Fields movedBack(JsonObject event, EventHeader header, Set<String> kept) {
        var fields = new EcsFields(event, kept);
        fields.move(header);
        return fields.moved;
    }

    private void move(EventHeader header) {
        switch (header.provider()) {
            case SYSMON -> moveSysmon(header.eventId());
            case SECURITY -> moveSecurity(header.eventId());
            case POWERSHELL -> take(SCRIPT);
            default -> {}
        }
    }

    private void moveSysmon(int eventId) {
        take("RuleName", "rule.name");
        moveSysmonEvent(eventId);
        if (eventId != 8 && eventId != 10) {
            take(SYSMON_PROCESS);
            add("User", user());
            take(SYSMON_PARENT);
        }
        add(eventId == 15 ? "Hash" : "Hashes", EcsHashes.of(ecs));
    }

    private void moveSysmonEvent(int eventId) {
        switch (eventId) {
            case 3 -> moveConnection();
            case 6, 7 -> take(SYSMON_IMAGE);
            case 8, 10 -> take(SYSMON_SOURCE);
            case 9 -> take("Device", "file.path");
            case 12, 13, 14 -> moveRegistry();
            case 17, 18 -> take("PipeName", "file.name");
            case 20 -> take("Destination", "process.executable");
            case 22 -> moveQuery();
            default -> take(SYSMON_FILE);
        }
    }

    private void moveConnection() {
        take(SYSMON_NETWORK);
        add("Initiated", INITIATED.getOrDefault(ecs.text("network.direction").toLowerCase(Locale.ROOT), ""));
        var type = ecs.text("network.type");
        add("SourceIsIpv6", isIpv6(type));
        add("DestinationIsIpv6", isIpv6(type));
    }

    private static String isIpv6(String type) {
        return type.isEmpty() ? "" : Boolean.toString(type.equals("ipv6"));
    }

    private void moveRegistry() {
        take("TargetObject", "registry.path");
        add("Details", EcsRegistry.details(ecs.text("registry.data.strings"), ecs.text("registry.data.type")));
    }

    private void moveQuery() {
        take("QueryName", "dns.question.name");
        var status = ecs.text("sysmon.dns.status");
        add("QueryStatus", status.equals("SUCCESS") ? "0" : status);
    }

    private void moveSecurity(int eventId) {
        if (eventId == 4688) {
            take(SECURITY_START);
            add("NewProcessId", hexadecimal("process.pid"));
            add("ProcessId", hexadecimal("process.parent.pid"));
        } else {
            take(SECURITY_OTHER);
            add("ProcessId", hexadecimal("process.pid"));
        }
    }

    /** As Windows wrote it. */
    private String hexadecimal(String path) {
        var number = ecs.number(path);
        return number < 0 ? "" : "0x" + Long.toHexString(number);
    }

    private String user() {
        var domain = ecs.text("user.domain");
        var name = ecs.text("user.name");
        return domain.isEmpty() || name.isEmpty() ? name : domain + "\\" + name;
    }

    private void take(List<String> pairs) {
        for (var i = 0; i < pairs.size(); i += 2) {
            take(pairs.get(i), pairs.get(i + 1));
        }
    }

    private void take(String name, String path) {
        if (!kept.contains(name)) {
            moved.take(name, ecs, path);
        }
    }

    private void add(String name, String text) {
        if (!kept.contains(name)) {
            moved.addText(name, text);
        }
    }
}
