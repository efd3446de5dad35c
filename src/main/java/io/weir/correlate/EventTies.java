package io.weir.correlate;

import io.weir.alert.Lineage;
import io.weir.incident.Tie;
import io.weir.incident.Tie.Bond;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What ties an event to others of its host. Its process does, and all that are above it up to where Windows itself starts everybody's programs: what
 * {@link Spawner} covers is nobody's doing. A process of that kind that does something itself ties like a session, since it lives as long as the machine. The
 * logon sessions that an event names tie, too, but not those of the system. An event that says nothing of all this ties only to itself.
 */
final class EventTies {

    /** What keys begin with. */
    static final String EVENT = "event:";

    /** What keys begin with, too. */
    static final String RULE = "rule:";

    private static final String PROCESS = "process:";
    private static final String LOGON = "logon:";
    private static final String[] SESSIONS = {"LogonId", "SubjectLogonId", "TargetLogonId"};

    /** Numbers up to this one are those of the system's own sessions: 0x3e7 is SYSTEM, 0x3e5 and 0x3e4 are the services'. */
    private static final long LAST_OF_SYSTEM = 0x3e7;

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

    private final long micros;

    private EventTies(long micros) {
        this.micros = micros;
    }

    /** At least one. */
    static List<Tie> of(Witness witness) {
        var event = witness.event().event();
        var ties = new EventTies(event.time().micros());
        var all = new ArrayList<Tie>();
        witness.lineage().forEach(lineage -> ties.processes(lineage, all));
        ties.sessions(event.fields(), all);
        return all.isEmpty() ? List.of(ties.tie(Bond.SESSION, EVENT + witness.id())) : all;
    }

    private void processes(Lineage lineage, List<Tie> ties) {
        for (int up = 0; up < lineage.chain().size(); up++) {
            var process = lineage.chain().get(up);
            boolean isSpawner = Spawner.covers(process.image());
            if (isSpawner && up > 0) {
                break;
            }
            if (!process.process().isEmpty()) {
                ties.add(tie(isSpawner ? Bond.SESSION : Bond.TREE, PROCESS + process.process()));
            }
        }
    }

    private void sessions(Map<String, String> fields, List<Tie> ties) {
        for (var field : SESSIONS) {
            long number = number(fields.getOrDefault(field, ""));
            if (number > LAST_OF_SYSTEM) {
                var tie = tie(Bond.SESSION, LOGON + Long.toString(number, 16));
                if (!ties.contains(tie)) {
                    ties.add(tie);
                }
            }
        }
    }

    private static long number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        return HEXADECIMAL.matcher(text).matches()
                ? Long.parseLong(text.substring(2).toLowerCase(Locale.ROOT), 16)
                : 0;
    }

    private Tie tie(Bond bond, String key) {
        return new Tie(bond, key, micros, micros);
    }
}
