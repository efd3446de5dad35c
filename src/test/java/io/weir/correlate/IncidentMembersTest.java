package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.Alert;
import io.weir.alert.AlertRule;
import io.weir.alert.Lineage;
import io.weir.alert.Lineage.Ancestor;
import io.weir.alert.Lineage.End;
import io.weir.correlate.Telemetry.Told;
import io.weir.event.Stamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an alert is to the incidents of hosts. */
class IncidentMembersTest {

    private static final Alert ALERT = new Alert(
            "alert",
            new AlertRule(A, "Title", "low", List.of()),
            "ws-1",
            seconds(1),
            seconds(3),
            Map.of(),
            "",
            List.of(),
            List.of(),
            List.of());

    /** @param processes the event's own, and those above it */
    private static Witness witness(Told told, String... processes) {
        var chain = Stream.of(processes)
                .map(process -> new Ancestor(process, "", "C:\\a.exe", "", "", ""))
                .toList();
        return Witness.ofEvent(told.matching(A).event(), List.of(new Lineage("", chain, End.MISSING)));
    }

    private static List<String> ties(Witness... witnesses) {
        var members = IncidentMembers.of(ALERT, List.of(witnesses));
        assertThat(members).hasSize(1);
        return members.get(0).ties().stream()
                .map(tie -> tie.key() + " " + tie.first() / 1_000_000 + "-" + tie.last() / 1_000_000)
                .toList();
    }

    @Test
    void whatSeveralEventsShareTiesOnceFromTheFirstToTheLast() {
        assertThat(ties(witness(act("e2", 3, "q"), "q", "p"), witness(act("e1", 1, "p"), "p", "b")))
                .containsExactly("event:e1 1-1", "process:b 1-1", "process:p 1-3", "process:q 3-3");
    }

    @Test
    void theTiesOfOneEventAreSortedToo() {
        assertThat(ties(witness(act("e", 1, "q").shows("LogonId", "0xabcde"), "q", "b")))
                .containsExactly("event:e 1-1", "logon:abcde 1-1", "process:b 1-1", "process:q 1-1");
    }

    @Test
    void anEventWithoutATimeIsPartOfNone() {
        var timeless = witness(act("e", 1, "p").to(Stamp.NONE), "p");
        assertThat(IncidentMembers.of(ALERT, List.of(timeless))).isEmpty();
        assertThat(ties(timeless, witness(act("e1", 1, "p"), "p"))).containsExactly("event:e1 1-1", "process:p 1-1");
    }
}
