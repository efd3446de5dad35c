package io.weir.match;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Moves fields as Winlogbeat's modules for Sysmon and Security do: into ECS, and out of the event data. Version 7 leaves what is a dash or empty, writes
 * ids and ports as numbers, copies what it reads of the registry, and takes the consumer of event 20 for a process.
 */
final class EcsWriter {

    private static final Map<String, String> SYSMON = Map.ofEntries(
            entry("ProcessGuid", "process.entity_id"),
            entry("SourceProcessGuid", "process.entity_id"),
            entry("SourceProcessGUID", "process.entity_id"),
            entry("ProcessId", "process.pid"),
            entry("SourceProcessId", "process.pid"),
            entry("SourceThreadId", "process.thread.id"),
            entry("Image", "process.executable"),
            entry("SourceImage", "process.executable"),
            entry("CommandLine", "process.command_line"),
            entry("CurrentDirectory", "process.working_directory"),
            entry("ParentProcessGuid", "process.parent.entity_id"),
            entry("ParentProcessId", "process.parent.pid"),
            entry("ParentImage", "process.parent.executable"),
            entry("ParentCommandLine", "process.parent.command_line"),
            entry("TargetFilename", "file.path"),
            entry("Device", "file.path"),
            entry("ImageLoaded", "file.path"),
            entry("PipeName", "file.name"),
            entry("Protocol", "network.transport"),
            entry("DestinationPortName", "network.protocol"),
            entry("SourceIp", "source.ip"),
            entry("SourceHostname", "source.domain"),
            entry("SourcePort", "source.port"),
            entry("DestinationIp", "destination.ip"),
            entry("DestinationHostname", "destination.domain"),
            entry("DestinationPort", "destination.port"),
            entry("QueryName", "dns.question.name"),
            entry("QueryStatus", "sysmon.dns.status"),
            entry("TargetObject", "registry.path"),
            entry("RuleName", "rule.name"),
            entry("TargetProcessGuid", "winlog.event_data.TargetProcessGUID"));

    private static final Set<String> DROPPED = Set.of(
            "UtcTime",
            "Initiated",
            "SourceIsIpv6",
            "DestinationIsIpv6",
            "SourcePortName",
            "Hash",
            "Hashes",
            "User",
            "QueryResults",
            "Details");

    private static final Map<String, String> SECURITY_START = Map.of(
            "NewProcessId", "process.pid",
            "NewProcessName", "process.executable",
            "ParentProcessName", "process.parent.executable");

    private static final Map<String, String> SECURITY_OTHER = Map.of(
            "ProcessId", "process.pid",
            "ProcessName", "process.executable",
            "IpAddress", "source.ip",
            "IpPort", "source.port",
            "WorkstationName", "source.domain");

    /** The Security module leaves these where they are if they are a dash. */
    private static final Set<String> KEPT_WHERE_ABSENT = Set.of("IpAddress", "IpPort");

    private static final Set<Integer> FILE_HASHES = Set.of(6, 7, 15, 29);
    private static final Pattern DWORD = Pattern.compile("DWORD \\((0x[0-9a-fA-F]{8})\\)");
    private static final Pattern QWORD = Pattern.compile("QWORD \\(0x00000000-(0x[0-9a-fA-F]{8})\\)");

    private static final Map<String, String> SYSMON_OF_7 = Map.of(
            "Archived", "sysmon.file.archived",
            "IsExecutable", "sysmon.file.is_executable");

    private static final Set<String> NUMBERS = Set.of("pid", "port");

    private final Told told;
    private final boolean isOf7;
    private final ObjectNode event = ShapeWriter.JSON.createObjectNode();

    private EcsWriter(Told told, boolean isOf7) {
        this.told = told;
        this.isOf7 = isOf7;
    }

    static EcsWriter ofVersion7(Told told) {
        return new EcsWriter(told, true);
    }

    static EcsWriter ofVersion8(Told told) {
        return new EcsWriter(told, false);
    }

    ObjectNode write() {
        event.put("@timestamp", told.time()).put("message", told.message());
        put("event.code", Integer.toString(told.id()));
        put(
                "log.level",
                List.of("", "critical", "error", "warning", "information", "verbose")
                                .contains(told.level())
                        ? told.level()
                        : "information");
        put("winlog.channel", told.channel());
        put("winlog.provider_name", told.provider());
        put("winlog.event_id", Integer.toString(told.id()));
        put("winlog.computer_name", told.computer());
        put("winlog.record_id", Long.toString(told.number()));
        var data = event.withObjectProperty("winlog").putObject("event_data");
        data.setAll(ShapeWriter.data(told));
        if (told.isOfSysmon()) {
            moveSysmon(data);
        } else if (told.provider().equals("Microsoft-Windows-Security-Auditing")) {
            move(
                    data,
                    told.id() == 4688
                            ? SECURITY_START
                            : told.id() == 5156 || told.id() == 5158 ? Map.of() : SECURITY_OTHER);
        }
        return event;
    }

    private void moveSysmon(ObjectNode data) {
        put(
                "network.direction",
                Map.of("true", "egress", "false", "ingress").getOrDefault(told.first("Initiated"), ""));
        put("network.type", Map.of("true", "ipv6", "false", "ipv4").getOrDefault(told.first("SourceIsIpv6"), ""));
        moveUser();
        moveHashes();
        moveDetails();
        put(
                told.id() == 7 ? "file.pe.original_file_name" : "process.pe.original_file_name",
                told.first("OriginalFileName"));
        data.remove("OriginalFileName");
        if (isOf7) {
            moveAs7Does(data);
        } else {
            move(data, SYSMON);
            data.remove(DROPPED);
            data.properties()
                    .removeIf(field -> Set.of("", "-").contains(field.getValue().asText("kept")));
        }
    }

    private void moveAs7Does(ObjectNode data) {
        var all = data.deepCopy();
        move(data, SYSMON);
        if (told.id() == 20) {
            move(data, Map.of("Destination", "process.executable"));
        } else if (told.id() >= 23) {
            move(data, SYSMON_OF_7);
        }
        data.remove(DROPPED);
        for (var name : List.of("TargetObject", "Details")) {
            if (all.has(name)) {
                data.set(name, all.get(name));
            }
        }
        if (told.first("User").indexOf('\\') < 0 && all.has("User")) {
            data.set("User", all.get("User"));
        }
    }

    private void moveUser() {
        var parts = told.first("User").split("\\\\", 2);
        if (parts.length == 2) {
            put("user.domain", parts[0]);
            put("user.name", parts[1]);
        }
    }

    private void moveHashes() {
        var section = FILE_HASHES.contains(told.id()) ? "file" : "process";
        for (var hash : (told.first("Hashes") + told.first("Hash")).split(",", -1)) {
            var parts = hash.toLowerCase(Locale.ROOT).split("=", 2);
            if (parts.length == 2 && !parts[1].matches("0*")) {
                put(section + (parts[0].equals("imphash") ? ".pe." : ".hash.") + parts[0], parts[1]);
            }
        }
    }

    private void moveDetails() {
        var details = told.first("Details");
        var dword = DWORD.matcher(details);
        var qword = QWORD.matcher(details);
        if (dword.matches()) {
            putData(Long.decode(dword.group(1)).toString(), "SZ_DWORD");
        } else if (qword.matches()) {
            putData(Long.decode(qword.group(1)).toString(), "SZ_QWORD");
        } else if (!details.isEmpty()) {
            putData(details, "REG_SZ");
        }
    }

    private void putData(String value, String type) {
        var data = event.withObjectProperty("registry").putObject("data");
        data.putArray("strings").add(value);
        data.put("type", type);
    }

    private void move(ObjectNode data, Map<String, String> places) {
        places.forEach((name, place) -> {
            var text = told.first(name);
            if (!text.equals("-") || !KEPT_WHERE_ABSENT.contains(name)) {
                data.remove(name);
                put(place, decimal(place, text));
            }
        });
    }

    private static String decimal(String place, String text) {
        return place.endsWith("pid") && text.startsWith("0x")
                ? Long.decode(text).toString()
                : text;
    }

    private void put(String path, String text) {
        var names = path.split("\\.", -1);
        if (!text.isEmpty()) {
            var section = event;
            for (var name : Arrays.asList(names).subList(0, names.length - 1)) {
                section = section.withObjectProperty(name);
            }
            var name = names[names.length - 1];
            if (isOf7 && NUMBERS.contains(name) && text.matches("[0-9]{1,9}")) {
                section.put(name, Integer.parseInt(text));
            } else {
                section.put(name, text);
            }
        }
    }
}
