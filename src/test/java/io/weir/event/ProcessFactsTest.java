package io.weir.event;

import static io.weir.event.Records.event;
import static io.weir.event.Records.evtx;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessFactsTest {

    private static final String GUID = "{AAAAAAAA-0001-0002-0003-00000000000F}";

    @ParameterizedTest
    @CsvSource({"1, START", "5, END", "3, ACT", "7, ACT", "11, ACT", "22, ACT", "255, ACT"})
    void readsTheLifeOfAProcessFromSysmon(int eventId, Life life) {
        assertThat(sysmon(eventId, "\"ProcessGuid\":\"" + GUID + "\"").life()).isEqualTo(life);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SourceProcessGuid", "SourceProcessGUID"})
    void takesTheSourceForTheProcessThatActs(String field) {
        var facts = sysmon(10, """
                "%s":"%s","SourceProcessId":"12","SourceImage":"a.exe","SourceUser":"u","TargetProcessGUID":"{BBBBBBBB-0001-0002-0003-00000000000F}"
                """.formatted(field, GUID));

        assertThat(facts)
                .isEqualTo(new ProcessFacts(
                        Life.ACT,
                        "aaaaaaaa-0001-0002-0003-00000000000f",
                        "",
                        "12",
                        "",
                        "a.exe",
                        "",
                        "u",
                        "",
                        "",
                        Log.SYSMON,
                        ""));
    }

    @Test
    void takesAnAllZeroGuidForNone() {
        var zero = "\"ProcessGuid\":\"{00000000-0000-0000-0000-000000000000}\",\"ProcessId\":4,\"Image\":\"System\"";

        assertThat(sysmon(3, zero).guid()).isEmpty();
        assertThat(sysmon(3, zero).pid()).isEqualTo("4");
        assertThat(sysmon(1, zero).guid()).isEmpty();
        assertThat(sysmon(1, zero).pid()).isEqualTo("4");
        assertThat(sysmon(1, zero.replace("\"ProcessGuid\"", "\"ParentProcessGuid\""))
                        .parentGuid())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"Image\":\"a.exe\"", "\"ProcessGuid\":null", "\"ProcessGuid\":\"\"", "\"ProcessGuid\":[]"})
    void namesNoProcessWithoutAGuidOrAnId(String members) {
        assertThat(sysmon(1, members)).isEqualTo(ProcessFacts.NONE);
        assertThat(sysmon(5, members)).isEqualTo(ProcessFacts.NONE);
        assertThat(sysmon(3, members)).isEqualTo(ProcessFacts.NONE);
    }

    @Test
    void takesNoTextOfAnyLengthForAGuid() {
        assertThat(sysmon(3, "\"ProcessGuid\":\"" + "a".repeat(100_000) + "\"")).isEqualTo(ProcessFacts.NONE);
    }

    @Test
    void keepsTheBeginningOfWhatNoCommandLineIsAsLongAs() {
        var longest = "a".repeat(32_767);

        assertThat(started(longest).commandLine()).isEqualTo(longest);
        assertThat(started(longest + "b").commandLine()).isEqualTo(longest + "…");
        assertThat(started("a".repeat(32_766) + "\ud83d\ude00").commandLine()).isEqualTo("a".repeat(32_766) + "…");
    }

    private static ProcessFacts started(String commandLine) {
        return sysmon(1, "\"ProcessGuid\":\"" + GUID + "\",\"CommandLine\":\"" + commandLine + "\"");
    }

    @Test
    void believesSysmonByProviderOrChannelOnly() {
        var data = "\"EventData\":{\"ProcessGuid\":\"" + GUID + "\"}";

        assertThat(event(evtx("ForwardedEvents", "microsoft-windows-sysmon", 1, data))
                        .process()
                        .life())
                .isEqualTo(Life.START);
        assertThat(event(evtx("microsoft-windows-sysmon/operational", "", 1, data))
                        .process()
                        .life())
                .isEqualTo(Life.START);
        assertThat(event(evtx("Application", "Another", 1, data)).process()).isEqualTo(ProcessFacts.NONE);
    }

    @Test
    void readsAStartFromTheSecurityAudit() {
        var facts = security(4688, """
                "SubjectUserName":"WS-7$","SubjectDomainName":"EXAMPLE","NewProcessId":"0x1fc","NewProcessName":"C:\\\\a.exe",
                "ProcessId":"0x278","CommandLine":"a","ParentProcessName":"C:\\\\b.exe","TargetUserName":"-","TargetDomainName":"-"
                """);

        assertThat(facts)
                .isEqualTo(new ProcessFacts(
                        Life.START,
                        "",
                        "",
                        "508",
                        "632",
                        "C:\\a.exe",
                        "a",
                        "EXAMPLE\\WS-7$",
                        "C:\\b.exe",
                        "",
                        Log.SECURITY,
                        ""));
    }

    @Test
    void namesTheTargetWhereTheProcessRunsAsAnother() {
        var facts = security(4688, """
                "SubjectUserName":"WS-7$","SubjectDomainName":"EXAMPLE","NewProcessId":"0x1fc","TargetUserName":"ada","TargetDomainName":"LAB"
                """);

        assertThat(facts.user()).isEqualTo("LAB\\ada");
        assertThat(facts.parentPid()).isEmpty();
    }

    @Test
    void readsAnEndFromTheSecurityAudit() {
        var facts =
                security(4689, "\"ProcessId\":\"0x1fc\",\"ProcessName\":\"C:\\\\a.exe\",\"SubjectUserName\":\"ada\"");

        assertThat(facts)
                .isEqualTo(new ProcessFacts(
                        Life.END, "", "", "508", "", "C:\\a.exe", "", "ada", "", "", Log.SECURITY, ""));
    }

    @Test
    void takesNoLoggingServiceForAProcessThatEnded() {
        assertThat(security(4689, "\"ProcessID\":4,\"ProcessName\":\"C:\\\\a.exe\""))
                .isEqualTo(ProcessFacts.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "4242, 4242",
        "'\"4242\"', 4242",
        "'\"0x1FC\"', 508",
        "'\"007\"', 7",
        "0, 0",
        "-4, ''",
        "'\"?\"', ''",
        "4.5, ''"
    })
    void writesProcessIdsInDecimals(String written, String pid) {
        assertThat(sysmon(1, "\"ProcessGuid\":\"" + GUID + "\",\"ProcessId\":" + written)
                        .pid())
                .isEqualTo(pid);
    }

    private static ProcessFacts sysmon(int eventId, String members) {
        var record = evtx(
                "Microsoft-Windows-Sysmon/Operational",
                "Microsoft-Windows-Sysmon",
                eventId,
                "\"EventData\":{" + members + "}");
        return event(record).process();
    }

    private static ProcessFacts security(int eventId, String members) {
        return event(evtx(
                        "Security", "Microsoft-Windows-Security-Auditing", eventId, "\"EventData\":{" + members + "}"))
                .process();
    }
}
