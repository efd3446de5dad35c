package io.weir.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sigma's log sources of Windows (taxonomy appendix, "Windows Folder"), with what SigmaHQ's own tests add: the event types of registry
 * categories, process creations of the Security log, and Windows Defender as an antivirus.
 */
final class WindowsLogSources {

    private static final Route SYSMON = Route.ofChannels("Microsoft-Windows-Sysmon/Operational");
    private static final Route SECURITY = Route.ofChannels("Security");
    private static final Route POWERSHELL =
            Route.ofChannels("Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational");
    private static final Route POWERSHELL_CLASSIC = Route.ofChannels("Windows PowerShell");
    private static final Route DEFENDER = Route.ofChannels("Microsoft-Windows-Windows Defender/Operational");
    private static final Route LDAP = Route.ofChannels("Microsoft-Windows-LDAP-Client/Debug");
    private static final Route SERVICE_BUS = Route.ofChannels(
            "Microsoft-ServiceBus-Client",
            "Microsoft-ServiceBus-Client/Admin",
            "Microsoft-ServiceBus-Client/Operational");

    /** A trace of the kernel, which has no channel that shippers agree on. */
    private static final Route KERNEL_FILE = Route.ofProvider("Microsoft-Windows-Kernel-File");

    private WindowsLogSources() {}

    /** The table. */
    static LogSourceRoutes routes() {
        var categories = new HashMap<String, List<Route>>();
        sysmon(categories);
        registry(categories);
        otherCategories(categories);
        var services = new HashMap<String, List<Route>>();
        channels().forEach((service, channel) -> services.put(service, List.of(Route.ofChannels(channel))));
        severalChannels().forEach((service, route) -> services.put(service, List.of(route)));
        return new LogSourceRoutes(Set.of("windows"), categories, services);
    }

    private static void sysmon(Map<String, List<Route>> categories) {
        Map.ofEntries(
                        Map.entry("file_change", SYSMON.ids(2)),
                        Map.entry("network_connection", SYSMON.ids(3)),
                        Map.entry("sysmon_status", SYSMON.ids(4, 16)),
                        Map.entry("process_termination", SYSMON.ids(5)),
                        Map.entry("driver_load", SYSMON.ids(6)),
                        Map.entry("image_load", SYSMON.ids(7)),
                        Map.entry("create_remote_thread", SYSMON.ids(8)),
                        Map.entry("raw_access_thread", SYSMON.ids(9)),
                        Map.entry("process_access", SYSMON.ids(10)),
                        Map.entry("file_event", SYSMON.ids(11)),
                        Map.entry("create_stream_hash", SYSMON.ids(15)),
                        Map.entry("pipe_created", SYSMON.ids(17, 18)),
                        Map.entry("wmi_event", SYSMON.ids(19, 20, 21)),
                        Map.entry("dns_query", SYSMON.ids(22)),
                        Map.entry("file_delete", SYSMON.ids(23)),
                        Map.entry("clipboard_capture", SYSMON.ids(24)),
                        Map.entry("clipboard_change", SYSMON.ids(24)),
                        Map.entry("process_tampering", SYSMON.ids(25)),
                        Map.entry("file_delete_detected", SYSMON.ids(26)),
                        Map.entry("file_block_executable", SYSMON.ids(27)),
                        Map.entry("file_block_shredding", SYSMON.ids(28)),
                        Map.entry("file_executable_detected", SYSMON.ids(29)),
                        Map.entry("sysmon_error", SYSMON.ids(255)))
                .forEach((category, route) -> categories.put(category, List.of(route)));
    }

    private static void registry(Map<String, List<Route>> categories) {
        categories.put("registry_event", List.of(SYSMON.ids(12, 13, 14)));
        categories.put("registry_add", List.of(SYSMON.ids(12).where("EventType", "CreateKey")));
        categories.put(
                "registry_delete",
                List.of(
                        SYSMON.ids(12).where("EventType", "DeleteKey"),
                        SYSMON.ids(12).where("EventType", "DeleteValue")));
        categories.put("registry_set", List.of(SYSMON.ids(13)));
        categories.put("registry_rename", List.of(SYSMON.ids(14)));
    }

    private static void otherCategories(Map<String, List<Route>> categories) {
        categories.put(
                "process_creation",
                List.of(
                        SYSMON.ids(1),
                        SECURITY.ids(4688)
                                .reading("Image", "NewProcessName")
                                .reading("ParentImage", "ParentProcessName")));
        categories.put(
                "antivirus",
                List.of(DEFENDER.ids(1006, 1007, 1008, 1009, 1010, 1011, 1012, 1017, 1018, 1019, 1115, 1116)
                        .reading("Signature", "ThreatName")
                        .reading("Filename", "Path")));
        categories.put("ps_module", List.of(POWERSHELL.ids(4103)));
        categories.put("ps_script", List.of(POWERSHELL.ids(4104)));
        categories.put("ps_classic_start", List.of(POWERSHELL_CLASSIC.ids(400)));
        categories.put("ps_classic_provider_start", List.of(POWERSHELL_CLASSIC.ids(600)));
        categories.put("ps_classic_script", List.of(POWERSHELL_CLASSIC.ids(800)));
        categories.put("file_access", List.of(KERNEL_FILE));
        categories.put("file_rename", List.of(KERNEL_FILE));
    }

    private static Map<String, Route> severalChannels() {
        return Map.ofEntries(
                Map.entry("powershell", POWERSHELL),
                Map.entry("servicebus-client", SERVICE_BUS),
                Map.entry("microsoft-servicebus-client", SERVICE_BUS),
                Map.entry(
                        "applocker",
                        Route.ofChannels(
                                "Microsoft-Windows-AppLocker/MSI and Script",
                                "Microsoft-Windows-AppLocker/EXE and DLL",
                                "Microsoft-Windows-AppLocker/Packaged app-Deployment",
                                "Microsoft-Windows-AppLocker/Packaged app-Execution")),
                Map.entry(
                        "application-experience",
                        Route.ofChannels(
                                "Microsoft-Windows-Application-Experience/Program-Telemetry",
                                "Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant")),
                Map.entry(
                        "kernel-shimengine",
                        Route.ofChannels(
                                "Microsoft-Windows-Kernel-ShimEngine/Operational",
                                "Microsoft-Windows-Kernel-ShimEngine/Diagnostic")),
                Map.entry("ldap", LDAP),
                Map.entry("ldap_debug", LDAP), // as the taxonomy called it before 2.0
                // Sigma's taxonomy and Windows itself write the channels of those that follow in different ways.
                Map.entry(
                        "dns-client",
                        Route.ofChannels(
                                "Microsoft-Windows-DNS Client Events/Operational",
                                "Microsoft-Windows-DNS-Client/Operational")),
                Map.entry(
                        "hyper-v-worker",
                        Route.ofChannels(
                                "Microsoft-Windows-Hyper-V-Worker",
                                "Microsoft-Windows-Hyper-V-Worker-Admin",
                                "Microsoft-Windows-Hyper-V-Worker-Operational")),
                Map.entry(
                        "dns-server-analytic",
                        Route.ofChannels(
                                "Microsoft-Windows-DNS-Server/Analytical", "Microsoft-Windows-DNSServer/Analytical")),
                Map.entry(
                        "dns-server-audit",
                        Route.ofChannels("Microsoft-Windows-DNS-Server/Audit", "Microsoft-Windows-DNSServer/Audit")),
                Map.entry(
                        "kernel-event-tracing",
                        Route.ofChannels(
                                "Microsoft-Windows-Kernel-EventTracing",
                                "Microsoft-Windows-Kernel-EventTracing/Admin",
                                "Microsoft-Windows-Kernel-EventTracing/Analytic")),
                Map.entry(
                        "security-mitigations",
                        Route.ofChannels(
                                "Microsoft-Windows-Security-Mitigations/Kernel Mode",
                                "Microsoft-Windows-Security-Mitigations/KernelMode",
                                "Microsoft-Windows-Security-Mitigations/User Mode",
                                "Microsoft-Windows-Security-Mitigations/UserMode")));
    }

    private static Map<String, String> channels() {
        return Map.ofEntries(
                Map.entry("application", "Application"),
                Map.entry("appmodel-runtime", "Microsoft-Windows-AppModel-Runtime/Admin"),
                Map.entry("appxdeployment-server", "Microsoft-Windows-AppXDeploymentServer/Operational"),
                Map.entry("appxpackaging-om", "Microsoft-Windows-AppxPackaging/Operational"),
                Map.entry("bitlocker", "Microsoft-Windows-BitLocker/BitLocker Management"),
                Map.entry("bits-client", "Microsoft-Windows-Bits-Client/Operational"),
                Map.entry("capi2", "Microsoft-Windows-CAPI2/Operational"),
                Map.entry(
                        "certificateservicesclient-lifecycle-system",
                        "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational"),
                Map.entry("codeintegrity-operational", "Microsoft-Windows-CodeIntegrity/Operational"),
                Map.entry("dhcp", "Microsoft-Windows-DHCP-Server/Operational"),
                Map.entry("diagnosis-scripted", "Microsoft-Windows-Diagnosis-Scripted/Operational"),
                Map.entry("dns-server", "DNS Server"),
                Map.entry("driver-framework", "Microsoft-Windows-DriverFrameworks-UserMode/Operational"),
                Map.entry("firewall-as", "Microsoft-Windows-Windows Firewall With Advanced Security/Firewall"),
                Map.entry("iis-configuration", "Microsoft-IIS-Configuration/Operational"),
                Map.entry("lsa-server", "Microsoft-Windows-LSA/Operational"),
                Map.entry("msexchange-management", "MSExchange Management"),
                Map.entry("ntfs", "Microsoft-Windows-Ntfs/Operational"),
                Map.entry("ntlm", "Microsoft-Windows-NTLM/Operational"),
                Map.entry("openssh", "OpenSSH/Operational"),
                Map.entry("powershell-classic", "Windows PowerShell"),
                Map.entry("printservice-admin", "Microsoft-Windows-PrintService/Admin"),
                Map.entry("printservice-operational", "Microsoft-Windows-PrintService/Operational"),
                Map.entry("security", "Security"),
                Map.entry("sense", "Microsoft-Windows-SENSE/Operational"),
                Map.entry("shell-core", "Microsoft-Windows-Shell-Core/Operational"),
                Map.entry("smbclient-connectivity", "Microsoft-Windows-SmbClient/Connectivity"),
                Map.entry("smbclient-security", "Microsoft-Windows-SmbClient/Security"),
                Map.entry("smbserver-connectivity", "Microsoft-Windows-SMBServer/Connectivity"),
                Map.entry("sysmon", "Microsoft-Windows-Sysmon/Operational"),
                Map.entry("system", "System"),
                Map.entry("taskscheduler", "Microsoft-Windows-TaskScheduler/Operational"),
                Map.entry(
                        "terminalservices-localsessionmanager",
                        "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"),
                Map.entry("vhdmp", "Microsoft-Windows-VHDMP/Operational"),
                Map.entry("windefend", "Microsoft-Windows-Windows Defender/Operational"),
                Map.entry("wmi", "Microsoft-Windows-WMI-Activity/Operational"));
    }
}
