package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.incident.IncidentMember;
import io.weir.incident.Tie;
import io.weir.incident.Tie.Bond;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A second, slow reading of what an alert is to the incidents of the hosts that it touches. */
final class PlainTies {

    private static final long TOLERANCE = 300_000_000;
    private static final Set<String> SYSTEM = Set.of("explorer.exe", "services.exe", "svchost.exe", "winlogon.exe");

    private PlainTies() {}

    static List<IncidentMember> of(Alert alert, List<Witness> witnesses) {
        var shown = new ArrayList<Witness>();
        for (var event : AlertMaker.shown(witnesses)) {
            var facts = event.event().event();
            boolean isAhead = facts.arrival().isKnown()
                    && facts.time().micros() - facts.arrival().micros() > TOLERANCE;
            if (facts.time().isKnown() && !isAhead) {
                shown.add(event);
            }
        }
        var hosts = new TreeSet<String>();
        shown.forEach(event -> hosts.add(event.event().event().host().name()));
        var members = new ArrayList<IncidentMember>();
        hosts.forEach(host -> members.add(member(
                alert,
                host,
                shown.stream()
                        .filter(event -> event.event().event().host().name().equals(host))
                        .toList())));
        return members;
    }

    private static IncidentMember member(Alert alert, String host, List<Witness> events) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        var earliest = "";
        for (var event : events) {
            long micros = event.event().event().time().micros();
            last = Math.max(last, micros);
            if (micros < first || (micros == first && event.id().compareTo(earliest) < 0)) {
                first = micros;
                earliest = event.id();
            }
        }
        var ties = new ArrayList<Tie>();
        boolean isSaid = false;
        for (var event : events) {
            var own = ties(event);
            isSaid |= !own.isEmpty();
            ties.addAll(own.isEmpty() ? List.of(tie(event, Bond.SESSION, "event:" + event.id())) : own);
        }
        if (!isSaid) {
            var values = new ArrayList<>(List.of(alert.rule().id()));
            alert.group().forEach((field, value) -> values.addAll(List.of(field, value)));
            ties.add(new Tie(Bond.SESSION, "rule:" + ValueKey.of(values), first, last));
        }
        return new IncidentMember(host, alert.id(), alert.rule(), earliest, first, last, ties, false);
    }

    private static List<Tie> ties(Witness event) {
        var ties = new ArrayList<Tie>();
        for (var lineage : event.lineage()) {
            int up = 0;
            for (var process : lineage.chain()) {
                var image = process.image().toLowerCase(Locale.ROOT);
                boolean isSystem = image.startsWith("c:\\windows\\")
                        && SYSTEM.contains(image.substring(image.lastIndexOf('\\') + 1));
                if (isSystem && up > 0) {
                    break;
                }
                if (!process.process().isEmpty()) {
                    ties.add(tie(event, isSystem ? Bond.SESSION : Bond.TREE, "process:" + process.process()));
                }
                up++;
            }
        }
        var sessions = new HashSet<Long>();
        for (var field : List.of("LogonId", "SubjectLogonId", "TargetLogonId")) {
            var text = event.event().event().fields().getOrDefault(field, "");
            if (text.startsWith("0x")) {
                sessions.add(Long.parseLong(text.substring(2), 16));
            }
        }
        sessions.stream()
                .filter(session -> session >= 1_000)
                .forEach(session -> ties.add(tie(event, Bond.SESSION, "logon:" + Long.toHexString(session))));
        return ties;
    }

    private static Tie tie(Witness event, Bond bond, String key) {
        long micros = event.event().event().time().micros();
        return new Tie(bond, key, micros, micros);
    }
}
