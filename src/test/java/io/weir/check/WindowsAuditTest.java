package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bundled pipeline windows-audit makes of events of Windows' own auditing. */
class WindowsAuditTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventDecoder DECODER = EventDecoder.standard();

    private static final String CONNECTION = """
            {"Channel":"Security","EventID":5156,"Application":"\\\\device\\\\harddiskvolume3\\\\windows\\\\system32\\\\x.exe",
             "ProcessID":"4711","Direction":"%%14593","SourceAddress":"10.0.0.1","SourcePort":"50000",
             "DestAddress":"93.184.216.34","DestPort":"443","Protocol":"6"}""";

    private static final String CREATION = """
            {"Channel":"Security","EventID":4688,"NewProcessName":"C:\\\\x.exe","ParentProcessName":"C:\\\\p.exe",
             "NewProcessId":"0x1f4","ProcessId":"0x3e8","CommandLine":"x -y","SubjectUserName":"ws-7$","SubjectDomainName":"CORP",
             "SubjectLogonId":"0x3e7","TargetUserName":"-","TargetDomainName":"-","TargetLogonId":"0x0",
             "MandatoryLabel":"S-1-16-12288"}""";

    private static final String REGISTRY = """
            {"Channel":"Security","EventID":4657,"ObjectName":"\\\\REGISTRY\\\\MACHINE\\\\SYSTEM\\\\ControlSet001\\\\Services\\\\a",
             "ObjectValueName":"Start","OperationType":"%%1905","NewValueType":"%%1876","NewValue":"4","ProcessName":"C:\\\\r.exe",
             "ProcessId":"0x1f4","SubjectUserName":"ann","SubjectDomainName":"CORP","SubjectLogonId":"0x26ab88",
             "EventType":"AUDIT_SUCCESS"}""";

    private static boolean matches(String category, String selection, String event, boolean on) throws IOException {
        var rule = "title: T\nlogsource: {product: windows, category: %s}\ndetection: {s: {%s}, condition: s}\n"
                .formatted(category, selection);
        var pipelines = on ? LoadedPipelines.read(List.of("windows-audit")) : LoadedPipelines.NONE;
        var loaded =
                LoadedRules.of(List.of(new RuleFile("r.yml", rule.getBytes(UTF_8))), pipelines, RuleSet.DEFAULT_STAGES);
        assertThat(loaded.problems()).isEmpty();
        return !loaded.rules().matching(decoded(event)).isEmpty();
    }

    private static Event decoded(String record) {
        return DECODER.decode(record.getBytes(UTF_8), Stamp.NONE).events().get(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Image|endswith: \\x.exe",
                "Image|startswith: C:\\Windows\\System32\\",
                "Image: C:\\Windows\\System32\\x.exe",
                "ProcessId: '4711'",
                "Initiated: 'true'",
                "Initiated: true",
                "Protocol: tcp",
                "SourceIp: 10.0.0.1, SourcePort: 50000",
                "DestinationIp|cidr: 93.184.216.0/24, DestinationPort: 443",
                "User: null",
            })
    void readsConnectionsOfTheFilteringPlatform(String selection) throws IOException {
        assertThat(matches("network_connection", selection, CONNECTION, true)).isTrue();
        assertThat(matches("network_connection", selection, CONNECTION, false)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "%%14593; %%14592; Initiated: 'false'",
                "%%14593; Inbound; Initiated: false",
                "%%14593; Outbound; Initiated: 'true'",
                "%%14593; other; Initiated: null",
                "\"Protocol\":\"6\"; \"Protocol\":17; Protocol: udp",
                "\"Protocol\":\"6\"; \"Protocol\":\"1\"; Protocol: '1'",
                "ProcessID; ProcessId; ProcessId: '4711'",
                "\\\\device\\\\harddiskvolume3\\\\windows\\\\system32\\\\x.exe; System; Image: System",
            })
    void readsThemInOtherForms(String written, String instead, String selection) throws IOException {
        assertThat(matches("network_connection", selection, CONNECTION.replace(written, instead), true))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "ProcessId: 500",
                "ProcessId: '500'",
                "ParentProcessId: '1000'",
                "User: NT AUTHORITY\\SYSTEM",
                "User|contains: [AUTHORI, AUTORI]",
                "LogonId: '0x3e7'",
                "IntegrityLevel: High",
            })
    void readsAllOfAProcessCreation(String selection) throws IOException {
        assertThat(matches("process_creation", selection, CREATION, true)).isTrue();
        assertThat(matches("process_creation", selection, CREATION, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsWhatItReadAnyway(boolean on) throws IOException {
        var selection = "Image|endswith: \\x.exe, ParentImage: C:\\p.exe, CommandLine: x -y";

        assertThat(matches("process_creation", selection, CREATION, on)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'TargetUserName':'bob','TargetDomainName':'CORP','TargetLogonId':'0x99'}; CORP\\bob; 0x99",
                "{'TargetUserName':'ws-7$','TargetDomainName':'CORP','TargetLogonId':'0x3e4'}; NT AUTHORITY\\NETWORK SERVICE; 0x3e4",
                "{'SubjectLogonId':'0x77','SubjectUserName':'ann'}; CORP\\ann; 0x77",
                "{'SubjectLogonId':'0x3e5'}; NT AUTHORITY\\LOCAL SERVICE; 0x3e5",
            })
    void knowsWhoAProcessRunsAs(String fields, String user, String logonId) throws IOException {
        var event = (ObjectNode) JSON.readTree(CREATION);
        event.setAll((ObjectNode) JSON.readTree(fields.replace('\'', '"')));

        assertThat(matches(
                        "process_creation", "User: " + user + ", LogonId: '" + logonId + "'", event.toString(), true))
                .isTrue();
    }

    @Test
    void aProcessOfSysmonStaysWhatItIs() throws IOException {
        var event = """
                {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Image":"C:\\\\x.exe","User":"CORP\\\\ann","ProcessId":"7"}""";

        assertThat(matches("process_creation", "User: CORP\\ann, ProcessId: '7'", event, true))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "registry_set; TargetObject: HKLM\\SYSTEM\\CurrentControlSet\\Services\\a\\Start; true",
                "registry_set; Details: DWORD (0x00000004); true",
                "registry_set; Image: C:\\r.exe, ProcessId: '500', User: CORP\\ann; true",
                "registry_set; EventType: SetValue; true",
                "registry_event; EventType: SetValue; true",
                "registry_add; EventType: CreateKey; false",
                "registry_delete; EventType: DeleteValue; false",
            })
    void readsChangesOfTheRegistry(String category, String selection, boolean expected) throws IOException {
        assertThat(matches(category, selection, REGISTRY, true)).isEqualTo(expected);
        assertThat(matches(category, selection, REGISTRY, false)).isFalse();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "%%1904; registry_set; EventType: SetValue; true",
                "%%1904; registry_add; EventType: CreateKey; true",
                "New registry value created; registry_add; EventType: CreateKey; true",
                "%%1906; registry_delete; EventType: DeleteValue; true",
                "%%1906; registry_event; EventType: DeleteValue; true",
                "%%1906; registry_set; EventType: SetValue; false",
            })
    void tellsChangesOfTheRegistryApart(String operation, String category, String selection, boolean expected)
            throws IOException {
        assertThat(matches(category, selection, REGISTRY.replace("%%1905", operation), true))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "%%1873; C:\\\\a.exe; C:\\a.exe",
                "%%1875; 0102; Binary Data",
                "%%1883; 0x100000002; QWORD (0x00000001-0x00000002)",
            })
    void writesValuesOfTheRegistryAsSysmonDoes(String type, String value, String details) throws IOException {
        var event = REGISTRY.replace("%%1876", type).replace("\"NewValue\":\"4\"", "\"NewValue\":\"" + value + "\"");

        assertThat(matches("registry_set", "Details: '" + details + "'", event, true))
                .isTrue();
    }

    @Test
    void readsTheEndOfAProcess() throws IOException {
        var event = """
                {"Channel":"Security","EventID":4689,"ProcessName":"C:\\\\x.exe","ProcessId":"0x10","SubjectUserName":"ann",
                 "SubjectDomainName":"CORP","SubjectLogonId":"0x77"}""";

        assertThat(matches("process_termination", "Image: C:\\x.exe, ProcessId: '16', User: CORP\\ann", event, true))
                .isTrue();
    }

    @Test
    void readsAccessToFilesAndToNothingElse() throws IOException {
        var event = """
                {"Channel":"Security","EventID":4663,"ObjectType":"File","ObjectName":"C:\\\\a\\\\Login Data","ProcessName":"C:\\\\x.exe"}""";

        assertThat(matches("file_access", "FileName|endswith: \\Login Data, Image|endswith: x.exe", event, true))
                .isTrue();
        assertThat(matches("file_access", "FileName|endswith: \\Login Data", event.replace("File\"", "Key\""), true))
                .isFalse();
    }
}
