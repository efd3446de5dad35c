package io.weir.incident;

import io.weir.incident.Incident.Extent;
import io.weir.incident.Incident.Moment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A second, slow reading: given all alerts that stand at once, which incidents do. It shares with {@link Incidents} only how an incident is written. */
public final class PlainIncidents {

    private PlainIncidents() {}

    /** The bodies of the incidents of those members, by id. */
    public static Map<String, String> of(Collection<IncidentMember> members, IncidentBounds bounds) {
        var standing = new TreeMap<String, String>();
        for (var together : components(List.copyOf(members), bounds)) {
            var incident = incident(together);
            standing.put(incident.id(), IncidentJson.body(incident));
        }
        return standing;
    }

    private static List<List<IncidentMember>> components(List<IncidentMember> members, IncidentBounds bounds) {
        var leaders = new int[members.size()];
        for (int i = 0; i < leaders.length; i++) {
            leaders[i] = i;
        }
        for (int i = 0; i < leaders.length; i++) {
            for (int j = 0; j < i; j++) {
                if (areTied(members.get(i), members.get(j), bounds)) {
                    leaders[leader(leaders, i)] = leader(leaders, j);
                }
            }
        }
        var components = new TreeMap<Integer, List<IncidentMember>>();
        for (int i = 0; i < leaders.length; i++) {
            components
                    .computeIfAbsent(leader(leaders, i), key -> new ArrayList<>())
                    .add(members.get(i));
        }
        return List.copyOf(components.values());
    }

    private static int leader(int[] leaders, int of) {
        int leader = of;
        while (leaders[leader] != leader) {
            leader = leaders[leader];
        }
        return leader;
    }

    private static boolean areTied(IncidentMember one, IncidentMember other, IncidentBounds bounds) {
        return one.host().equals(other.host())
                && one.ties().stream()
                        .anyMatch(tie -> other.ties().stream().anyMatch(theirs -> isOne(tie, theirs, bounds)));
    }

    private static boolean isOne(Tie tie, Tie other, IncidentBounds bounds) {
        var gap = tie.bond() == Tie.Bond.TREE ? bounds.treeGap() : bounds.sessionGap();
        long between = Math.max(tie.first(), other.first()) - Math.min(tie.last(), other.last());
        return tie.bond() == other.bond() && tie.key().equals(other.key()) && between <= gap.toMillis() * 1_000;
    }

    private static Incident incident(List<IncidentMember> members) {
        var earliest = members.stream()
                .min(Comparator.comparingLong(IncidentMember::first).thenComparing(IncidentMember::event))
                .orElseThrow();
        var alerts = new TreeSet<Moment>();
        var stages = new TreeMap<String, Stage>();
        for (var member : members) {
            var ofRule = members.stream()
                    .filter(other -> other.rule().equals(member.rule()))
                    .toList();
            alerts.add(new Moment(member.first(), member.alert()));
            stages.put(
                    member.rule().id(),
                    new Stage(
                            member.rule(),
                            ofRule.stream()
                                    .mapToLong(IncidentMember::first)
                                    .min()
                                    .orElseThrow(),
                            ofRule.stream()
                                    .mapToLong(IncidentMember::last)
                                    .max()
                                    .orElseThrow(),
                            ofRule.size()));
        }
        return new Incident(
                earliest.host(),
                0,
                new Moment(earliest.first(), earliest.event()),
                members.stream().mapToLong(IncidentMember::last).max().orElseThrow(),
                List.copyOf(alerts),
                stages,
                Extent.WHOLE,
                false);
    }
}
