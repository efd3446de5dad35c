package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.incident.IncidentMember;
import io.weir.incident.Tie;
import io.weir.incident.Tie.Bond;
import io.weir.match.EventFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What alerts are to the incidents of the hosts that their events are of. */
final class IncidentMembers {

    private static final Comparator<EventFacts> CANONICAL = Comparator.<EventFacts>comparingLong(
                    event -> event.time().micros())
            .thenComparing(event -> event.identity().id());

    private IncidentMembers() {}

    /**
     * What an alert is to the incidents of each host that it touches, sorted by host. An event without a time, or with a clock that is ahead, correlates
     * with nothing, and so its alerts are part of no incident.
     *
     * @param witnesses that the alert was made of
     */
    static List<IncidentMember> of(Alert alert, List<Witness> witnesses) {
        var shown = AlertMaker.shown(witnesses);
        if (shown.size() == 1) {
            var only = shown.get(0);
            return correlates(only)
                    ? List.of(member(alert, only.event().event().host().name(), shown))
                    : List.of();
        }
        var hosts = new TreeMap<String, List<Witness>>();
        for (var witness : shown) {
            if (correlates(witness)) {
                hosts.computeIfAbsent(witness.event().event().host().name(), host -> new ArrayList<>(2))
                        .add(witness);
            }
        }
        var members = new ArrayList<IncidentMember>(hosts.size());
        hosts.forEach((host, there) -> members.add(member(alert, host, there)));
        return members;
    }

    private static boolean correlates(Witness witness) {
        var event = witness.event().event();
        return event.time().isKnown() && !HostRules.isQuarantined(event);
    }

    private static IncidentMember member(Alert alert, String host, List<Witness> witnesses) {
        var events = new ArrayList<EventFacts>(witnesses.size());
        witnesses.forEach(witness -> events.add(witness.event().event()));
        events.sort(CANONICAL);
        var earliest = events.get(0);
        long first = earliest.time().micros();
        long last = events.get(events.size() - 1).time().micros();
        var ties = new ArrayList<Tie>();
        // An incident is named after its first event. What is known of that event's process may change, and alerts hear
        // of it one after the other: in between,
        // too, those that begin with it are of one incident.
        ties.add(new Tie(Bond.SESSION, EventTies.EVENT + earliest.identity().id(), first, first));
        boolean saysWho = false;
        for (var witness : witnesses) {
            for (var tie : EventTies.of(witness)) {
                ties.add(tie);
                saysWho |= saysWho(tie);
            }
        }
        if (!saysWho) {
            ties.add(new Tie(Bond.SESSION, EventTies.RULE + ruleAndGroup(alert), first, last));
        }
        return new IncidentMember(
                host, alert.id(), alert.rule(), earliest.identity().id(), first, last, sorted(ties), false);
    }

    /** Sorted, each once, from its earliest to its latest. */
    private static List<Tie> sorted(List<Tie> ties) {
        ties.sort(null);
        var sorted = new ArrayList<Tie>(ties.size());
        for (var tie : ties) {
            int last = sorted.size() - 1;
            if (last >= 0 && sorted.get(last).compareTo(tie) == 0) {
                sorted.set(last, sorted.get(last).and(tie));
            } else {
                sorted.add(tie);
            }
        }
        return sorted;
    }

    private static boolean saysWho(Tie tie) {
        return !tie.key().startsWith(EventTies.EVENT);
    }

    private static String ruleAndGroup(Alert alert) {
        return ValueKey.of(Stream.concat(
                        Stream.of(alert.rule().id()),
                        alert.group().entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue())))
                .toList());
    }

    /** What incidents have to be told where something is to them now that it was not before: first what goes, in a fixed order. */
    static List<IncidentMember> between(List<IncidentMember> before, List<IncidentMember> after) {
        if (before.isEmpty() && after.size() < 2) {
            return after;
        }
        var old = byPlace(before);
        var now = byPlace(after);
        var changes = new ArrayList<IncidentMember>();
        old.forEach((place, member) -> {
            if (!now.containsKey(place)) {
                changes.add(member.asWithdrawn());
            }
        });
        now.forEach((place, member) -> {
            if (!member.equals(old.get(place))) {
                changes.add(member);
            }
        });
        return changes;
    }

    private static Map<String, IncidentMember> byPlace(List<IncidentMember> members) {
        var byPlace = new TreeMap<String, IncidentMember>();
        for (var member : members) {
            byPlace.putIfAbsent(member.alert() + member.host(), member);
        }
        return byPlace;
    }
}
