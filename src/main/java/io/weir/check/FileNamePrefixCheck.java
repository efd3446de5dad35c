package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.LogSource;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the names of rule files begin with, as SigmaHQ gives them: what the rule looks at. Files of several rules may have any name. */
final class FileNamePrefixCheck implements RuleSetCheck {

    private static final List<String> OF_CORRELATIONS = List.of("correlation_", "mr_");

    /** What the name begins with, by category and by service, where it is not the category and {@code _}. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("process_creation", "proc_creation_win_"),
            Map.entry("network_connection", "net_connection_win_"),
            Map.entry("process_access", "proc_access_win_"),
            Map.entry("process_tampering", "proc_tampering_"),
            Map.entry("create_remote_thread", "create_remote_thread_win_"),
            Map.entry("create_stream_hash", "create_stream_hash_"),
            Map.entry("dns_query", "dns_query_win_"),
            Map.entry("driver_load", "driver_load_win_"),
            Map.entry("file_access", "file_access_win_"),
            Map.entry("file_change", "file_change_win_"),
            Map.entry("file_delete", "file_delete_win_"),
            Map.entry("file_event", "file_event_win_"),
            Map.entry("file_executable_detected", "file_executable_detected_win_"),
            Map.entry("file_rename", "file_rename_win_"),
            Map.entry("image_load", "image_load_"),
            Map.entry("pipe_created", "pipe_created_"),
            Map.entry("ps_classic_provider_start", "posh_pc_"),
            Map.entry("ps_classic_start", "posh_pc_"),
            Map.entry("ps_module", "posh_pm_"),
            Map.entry("ps_script", "posh_ps_"),
            Map.entry("raw_access_thread", "raw_access_thread_"),
            Map.entry("registry_add", "registry_add_"),
            Map.entry("registry_delete", "registry_delete_"),
            Map.entry("registry_event", "registry_event_"),
            Map.entry("registry_set", "registry_set_"),
            Map.entry("sysmon_error", "sysmon_"),
            Map.entry("sysmon_status", "sysmon_"),
            Map.entry("wmi_event", "sysmon_wmi_"),
            Map.entry("antivirus", "av_"),
            Map.entry("applocker", "win_applocker_"),
            Map.entry("bits-client", "win_bits_client_"),
            Map.entry("codeintegrity-operational", "win_codeintegrity_"),
            Map.entry("diagnosis-scripted", "win_diagnosis_scripted"),
            Map.entry("dns-client", "win_dns_client"),
            Map.entry("dns-server", "win_dns_server"),
            Map.entry("dns-server-analytic", "win_dns_analytic_"),
            Map.entry("firewall-as", "win_firewall_as_"),
            Map.entry("ldap", "win_ldap_"),
            Map.entry("msexchange-management", "win_exchange_"),
            Map.entry("openssh", "win_sshd_openssh_"),
            Map.entry("powershell-classic", "posh_pc_"),
            Map.entry("security", "win_security_"),
            Map.entry("security-mitigations", "win_security_mitigations_"),
            Map.entry("shell-core", "win_shell_core"),
            Map.entry("smbclient-security", "win_smbclient_security_"),
            Map.entry("sysmon", "sysmon_"),
            Map.entry("system", "win_system_"),
            Map.entry("taskscheduler", "win_taskscheduler_"),
            Map.entry("terminalservices-localsessionmanager", "win_terminalservices_"),
            Map.entry("windefend", "win_defender_"),
            Map.entry("wmi", "win_wmi_"));

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        var inFile = rules.stream()
                .collect(Collectors.groupingBy(rule -> rule.header().position().file(), Collectors.counting()));
        rules.stream()
                .filter(rule ->
                        Objects.equals(inFile.get(rule.header().position().file()), 1L))
                .forEach(rule -> check(rule, findings));
    }

    private static void check(LintedRule rule, Findings findings) {
        var file = rule.header().position().file();
        var name = FileNameCheck.name(file);
        var wanted = rule.correlation().isPresent()
                ? OF_CORRELATIONS
                : rule.detection().flatMap(detection -> prefix(detection.logSource())).stream()
                        .toList();
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
            findings.add(
                    rule,
                    ProblemCode.FILE_NAME_PREFIX,
                    Position.startOf(file),
                    "the file is named " + Shown.of(name),
                    "a name that begins with " + String.join(" or ", wanted),
                    "");
        }
    }

    private static Optional<String> prefix(LogSource source) {
        return Optional.ofNullable(PREFIXES.get(source.category()))
                .or(() -> Optional.ofNullable(PREFIXES.get(source.service())))
                .or(() ->
                        source.product().equals("windows") && source.category().isEmpty()
                                ? Optional.of("win_")
                                : Optional.empty());
    }
}
