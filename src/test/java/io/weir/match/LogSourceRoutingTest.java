package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSourceRoutingTest {

    private static final String ANYTHING = "{s: {A: 1}, condition: s}";

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "category: process_creation | Microsoft-Windows-Sysmon/Operational | 1 | true",
                "category: process_creation | microsoft-windows-sysmon/OPERATIONAL | 1 | true",
                "category: process_creation | Security | 4688 | true",
                "category: process_creation | security | 4688 | true",
                "category: process_creation | Security | 1 | false",
                "category: process_creation | Microsoft-Windows-Sysmon/Operational | 4688 | false",
                "category: process_creation | Microsoft-Windows-Sysmon/Operational | 3 | false",
                "category: network_connection | Microsoft-Windows-Sysmon/Operational | 3 | true",
                "category: network_connection | Security | 5156 | false",
                "category: process_creation, service: sysmon | Security | 4688 | false",
                "category: process_creation, service: sysmon | Microsoft-Windows-Sysmon/Operational | 1 | true",
                "category: process_creation, service: security | Security | 4688 | true",
                "category: process_creation, service: security | Microsoft-Windows-Sysmon/Operational | 1 | false",
                "category: registry_event | Microsoft-Windows-Sysmon/Operational | 14 | true",
                "category: registry_set | Microsoft-Windows-Sysmon/Operational | 12 | false",
                "category: sysmon_status | Microsoft-Windows-Sysmon/Operational | 16 | true",
                "category: ps_script | PowerShellCore/Operational | 4104 | true",
                "category: ps_script | Microsoft-Windows-PowerShell/Operational | 4103 | false",
                "category: ps_classic_start | Windows PowerShell | 400 | true",
                "category: antivirus | Microsoft-Windows-Windows Defender/Operational | 1116 | true",
                "category: antivirus | Microsoft-Windows-Windows Defender/Operational | 5001 | false",
                "service: security | Security | 4624 | true",
                "service: security | System | 4624 | false",
                "service: powershell | PowerShellCore/Operational | 1 | true",
                "service: applocker | Microsoft-Windows-AppLocker/EXE and DLL | 8004 | true",
                "service: security-mitigations | Microsoft-Windows-Security-Mitigations/KernelMode | 11 | true",
                "service: dns-client | Microsoft-Windows-DNS-Client/Operational | 3008 | true",
                "service: microsoft-servicebus-client | Microsoft-ServiceBus-Client/Admin | 40300 | true",
                "service: microsoft-servicebus-client | Microsoft-ServiceBus-Client | 40300 | true",
                "service: dns-server-analytic | Microsoft-Windows-DNSServer/Analytical | 257 | true",
                "service: dns-server-audit | Microsoft-Windows-DNSServer/Audit | 515 | true",
                "service: dns-server-audit | Microsoft-Windows-DNSServer/Analytical | 515 | false",
                "service: kernel-event-tracing | Microsoft-Windows-Kernel-EventTracing/Admin | 2 | true",
                "service: hyper-v-worker | Microsoft-Windows-Hyper-V-Worker-Operational | 1 | true",
                "service: ldap_debug | Microsoft-Windows-LDAP-Client/Debug | 30 | true",
                "category: file_change | Microsoft-Windows-Sysmon/Operational | 2 | true",
                "category: process_tampering, service: sysmon | Microsoft-Windows-Sysmon/Operational | 25 | true",
                "product: windows | Some Channel | 1 | true",
                "product: windows | '' | -1 | true",
            })
    void looksAtTheEventsOfTheLogSource(String logSource, String channel, int eventId, boolean looksAt) {
        var rules = Rules.compile(Rules.rule("r", "{" + logSource + "}", ANYTHING));
        assertThat(rules.matching(Rules.event(channel, eventId, "{'A':1}".replace('\'', '"')))
                                .size()
                        == 1)
                .isEqualTo(looksAt);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "registry_add, CreateKey, true",
        "registry_add, createkey, true",
        "registry_add, DeleteKey, false",
        "registry_delete, DeleteKey, true",
        "registry_delete, DeleteValue, true",
        "registry_delete, CreateKey, false",
        "registry_event, CreateKey, true",
    })
    void tellsRegistryEventsApartByTheirType(String category, String type, boolean looksAt) {
        var rules = Rules.compile(Rules.rule("r", "{category: " + category + "}", ANYTHING));
        var event = Rules.sysmon(12, "{\"A\":1,\"EventType\":\"" + type + "\"}");
        assertThat(rules.matching(event).size() == 1).isEqualTo(looksAt);
    }

    @Test
    void findsFileAccessByItsProvider() {
        var rules = Rules.compile(Rules.rule("r", "{category: file_access, product: windows}", ANYTHING));
        var event = Rules.event("", 12, "{\"A\":1}");
        assertThat(rules.matching(event)).isEmpty();
        assertThat(rules.matching(event.ofProvider("microsoft-windows-kernel-file")))
                .hasSize(1);
    }

    @Test
    void readsFieldsUnderTheNamesOfTheirSource() {
        var rules = Rules.compile(Rules.rule("r", "{category: process_creation}", """
                {s: {Image|endswith: \\a.exe, ParentImage|endswith: \\b.exe}, condition: s}"""));
        var event = Rules.event("Security", 4688, """
                {"NewProcessName":"C:\\\\A.exe","ParentProcessName":"C:\\\\b.exe"}""");
        assertThat(rules.matching(event)).hasSize(1);
    }

    @Test
    void readsThemSoOnlyForRulesOfThatCategory() {
        var byService = Rules.compile(Rules.rule("r", "{service: security}", "{s: {Image: a.exe}, condition: s}"));
        assertThat(byService.matching(Rules.event("Security", 4688, "{\"NewProcessName\":\"a.exe\"}")))
                .isEmpty();
    }

    @Test
    void readsTheEventsOwnNamesToo() {
        var rules = Rules.compile(Rules.rule("r", "{category: process_creation}", """
                {s: {NewProcessName: a.exe, CommandLine: b}, condition: s}"""));
        assertThat(rules.matching(Rules.event("Security", 4688, """
                {"NewProcessName":"a.exe","CommandLine":"b"}"""))).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "product: linux, category: process_creation | no events of product 'linux': the rule would never match",
                "product: windows, category: proces_creation | no events of category 'proces_creation': the rule would never match",
                "category: webserver | no events of category 'webserver': the rule would never match",
                "product: windows, service: sysmn | no events of service 'sysmn': the rule would never match",
                "category: process_creation, service: system | no event is of category 'process_creation' and of service 'system'",
            })
    void refusesARuleThatCouldNeverMatch(String logSource, String found) {
        var rules = Rules.compile(Rules.rule("r", "{" + logSource + "}", ANYTHING));
        assertThat(rules.detections()).isEmpty();
        assertThat(rules.problems()).extracting(Problem::found).containsExactly(found);
    }

    @Test
    void namesTheLogSourceThatIsNearest() {
        var rules = Rules.compile(Rules.rule("r", "{category: proces_creation}", ANYTHING));
        assertThat(rules.problems().get(0).render()).isEqualTo("""
                rules.yml:4:1: error: no events of category 'proces_creation': the rule would never match [unknown-log-source]
                  rule      Rule r (r)
                  expected  a category of Windows events, such as process_creation
                """);
    }
}
