package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.Lineage;
import io.weir.alert.Lineage.Ancestor;
import io.weir.alert.Lineage.End;
import io.weir.correlate.Telemetry.Told;
import io.weir.incident.Tie;
import io.weir.incident.Tie.Bond;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ties an event to others of its host. */
class EventTiesTest {

    private static final String EXPLORER = "C:\\Windows\\explorer.exe";

    private static List<String> ties(Told told, String... images) {
        var chain = Stream.of(images)
                .map(image -> new Ancestor(image.isEmpty() ? "" : "p" + image.length(), "", image, "", "", ""))
                .toList();
        var lineage = chain.isEmpty() ? List.<Lineage>of() : List.of(new Lineage("p", chain, End.MISSING));
        return EventTies.of(Witness.ofEvent(told.matching(A).event(), lineage)).stream()
                .map(tie -> tie.bond() + " " + tie.key())
                .toList();
    }

    @Test
    void aProcessAndAllAboveItUpToWhereWindowsStartsPrograms() {
        assertThat(ties(act("e", 1, "p"), "C:\\a.exe", "C:\\Windows\\System32\\cmd.exe", EXPLORER, "C:\\above.exe"))
                .containsExactly("TREE process:p8", "TREE process:p27");
    }

    @Test
    void aProcessThatStartsEverybodysProgramsTiesWhatItDoesItselfLikeASession() {
        assertThat(ties(act("e", 1, "p"), EXPLORER, "C:\\Windows\\System32\\userinit.exe"))
                .containsExactly("SESSION process:p23");
    }

    @Test
    void theLongestAndTheShortestNameOfThoseProgramsAreKnown() {
        assertThat(ties(act("e", 1, "p"), "C:\\Windows\\System32\\RuntimeBroker.exe"))
                .containsExactly("SESSION process:p37");
        assertThat(ties(act("e", 1, "p"), "System")).containsExactly("SESSION process:p6");
    }

    @Test
    void anAncestorWithoutAnIdentityTiesNothing() {
        assertThat(ties(act("e", 1, "p"), "C:\\a.exe", "")).containsExactly("TREE process:p8");
    }

    @ParameterizedTest
    @CsvSource({
        "0x5b2e1, logon:5b2e1",
        "0X5B2E1, logon:5b2e1",
        "373473, logon:5b2e1",
        "0x3e8, logon:3e8",
        "0x3e7, event:e",
        "0x0, event:e",
        "-, event:e",
        "0xfffffffffffffffffff, event:e",
    })
    void aLogonSessionTiesUnlessItIsTheSystems(String logonId, String key) {
        for (var field : List.of("LogonId", "SubjectLogonId", "TargetLogonId")) {
            assertThat(ties(event("e", 1).with(field, logonId))).containsExactly("SESSION " + key);
        }
    }

    @Test
    void anEventThatNamesTwoSessionsTiesBoth() {
        assertThat(ties(event("e", 1).with("SubjectLogonId", "0x5b2e1").with("TargetLogonId", "0x7c001")))
                .containsExactly("SESSION logon:5b2e1", "SESSION logon:7c001");
    }

    @Test
    void aTieIsAtTheTimeOfItsEvent() {
        assertThat(EventTies.of(Witness.ofEvent(event("e", 7).matching(A).event(), List.of())))
                .containsExactly(new Tie(Bond.SESSION, "event:e", 7_000_000, 7_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Windows\\explorer.exe, true",
        "c:\\windows\\system32\\SVCHOST.EXE, true",
        "C:\\Windows\\System32\\wbem\\WmiPrvSE.exe, true",
        "C:\\Windows\\SysWOW64\\explorer.exe, true",
        "\\SystemRoot\\System32\\smss.exe, true",
        "\\Device\\HarddiskVolume3\\Windows\\System32\\services.exe, true",
        "System, true",
        "C:\\Users\\Public\\svchost.exe, false",
        "C:\\explorer.exe, false",
        "C:\\Windows\\Temp\\svchost.exe, false",
        "C:\\Windows\\System32\\cmd.exe, false",
        "C:\\Windows\\System32\\evil\\svchost.exe, false",
        "'', false",
    })
    void onlyWindowsOwnProgramsWhereTheyBelongStartEverybodysPrograms(String image, boolean covered) {
        assertThat(Spawner.covers(image)).isEqualTo(covered);
    }
}
