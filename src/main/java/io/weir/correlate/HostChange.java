package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.alert.AlertChange;
import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.correlate.HostView.Consequences;
import io.weir.incident.IncidentMember;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One change of what a host knows, an event that comes, perhaps in the place of a copy, and all that follows from it. */
final class HostChange {

    private final HostRules rules;
    private final HostMemory memory;
    private final long watermark;
    private HostView view;
    private final HostIndex index;

    private final List<AlertChange> changes = new ArrayList<>();
    private final List<GroupMatch> groupMatches = new ArrayList<>();
    private final List<IncidentMember> members = new ArrayList<>();
    private final SortedMap<String, Integer> boundsByRule = new TreeMap<>();

    /** Whether the event may touch more than was looked through. */
    private boolean isCutShort;

    HostChange(HostRules rules, HostMemory memory, long watermark) {
        this.rules = rules;
        this.memory = memory;
        this.watermark = watermark;
        this.view = new HostView(rules, memory);
        this.index = new HostIndex(rules, memory);
    }

    HostOutcome replace(Optional<MatchedEvent> known, MatchedEvent event, Fate fate) {
        if (known.isEmpty() && new Standalone(view, rules.plan()).is(event)) {
            addAlone(event);
        } else {
            var touched = touchedBy(known, event);
            var before = consequences(touched);
            put(known, event);
            if (known.isPresent() || Touched.mayBeMoreAfter(event)) {
                touchMore(known, event, touched, before);
            }
            tell(before, consequences(touched));
        }
        int bounds = index.boundsReached() + (isCutShort ? 1 : 0);
        return new HostOutcome(
                fate,
                bounds > 0 ? changes.stream().map(AlertChange::flagged).toList() : changes,
                groupMatches,
                members,
                bounds,
                boundsByRule,
                numbersMissing(known, event));
    }

    /** An event that touches no other; where no rule matches it, nothing follows from it. */
    private void addAlone(MatchedEvent event) {
        index.add(event);
        if (!event.matches().isEmpty()) {
            // Of what is no start it was asked, without it, whether its process has the groups that it begins.
            boolean isOutdated = !LifeSpans.isStart(event.event())
                    && !rules.plan().begunBy(event).isEmpty();
            view = isOutdated ? new HostView(rules, memory) : view;
            view.of(HostRules.id(event)).ifPresent(this::tellNew);
        }
    }

    /** Some are touched only as the host is seen with the event: what followed from them without it is asked for again. */
    private void touchMore(
            Optional<MatchedEvent> known, MatchedEvent event, Set<String> touched, Map<String, Consequences> before) {
        var more = touchedBy(known, event);
        more.removeAll(touched);
        if (!more.isEmpty()) {
            undo(known, event);
            before.putAll(consequences(more));
            put(known, event);
            touched.addAll(more);
        }
    }

    /** Of one event that touches no other: what is told then is all that follows from it, in the same order. */
    private void tellNew(Consequences now) {
        var one = List.of(now);
        ownAlerts(List.of(), one);
        groupMatches.addAll(now.groupMatches().values());
        members.addAll(IncidentMembers.between(List.of(), members(one)));
        if (!now.places().isEmpty()) {
            var linked = new LinkedAlerts(rules, view, memory, watermark, Map.of());
            now.places().forEach((group, placed) -> linked.change(group, List.of(), List.of(placed), Set.of()));
            take(linked);
        }
    }

    private void tell(Map<String, Consequences> before, Map<String, Consequences> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        ownAlerts(before.values(), after.values());
        groupMatches(before.values(), after.values());
        members.addAll(IncidentMembers.between(members(before.values()), members(after.values())));
        linkedAlerts(before, after);
    }

    /** How many correlations find no number in the event where there should be one; a copy does not count again. */
    private int numbersMissing(Optional<MatchedEvent> known, MatchedEvent event) {
        int missing = 0;
        if (known.isEmpty()) {
            for (var correlation : rules.plan().askingFor(event)) {
                missing += correlation.lacksANumber(event) ? 1 : 0;
            }
        }
        return missing;
    }

    /** Tells what has settled in a group at that time, in microseconds. */
    HostOutcome settle(LinkedGroup group, long at) {
        var linked = new LinkedAlerts(rules, view, memory, watermark, Map.of());
        linked.settle(group, at);
        take(linked);
        return new HostOutcome(Fate.CORRELATED, changes, groupMatches, members, 0, boundsByRule, 0);
    }

    private void put(Optional<MatchedEvent> known, MatchedEvent event) {
        known.ifPresent(index::remove);
        index.add(event);
        view = new HostView(rules, memory);
    }

    private void undo(Optional<MatchedEvent> known, MatchedEvent event) {
        index.remove(event);
        known.ifPresent(index::add);
        view = new HostView(rules, memory);
    }

    /** The ids of all events whose lineage or places may change, as far as it can be seen now, the event itself among them. */
    private SortedSet<String> touchedBy(Optional<MatchedEvent> known, MatchedEvent event) {
        var touched = touchedBy(event, known.isPresent());
        known.ifPresent(copy -> touched.addAll(touchedBy(copy, true)));
        return touched;
    }

    private SortedSet<String> touchedBy(MatchedEvent event, boolean replaced) {
        var touched = new Touched(view, rules.plan());
        var events = touched.by(event, replaced);
        isCutShort |= touched.isCutShort();
        return events;
    }

    private Map<String, Consequences> consequences(Set<String> ids) {
        var all = new TreeMap<String, Consequences>();
        for (var id : ids) {
            view.of(id).ifPresent(consequences -> all.put(id, consequences));
        }
        return all;
    }

    private void ownAlerts(Collection<Consequences> before, Collection<Consequences> after) {
        var old = alerts(before);
        var now = alerts(after);
        for (var id : old.keySet()) {
            if (!now.containsKey(id)) {
                withdraw(id);
            }
        }
        for (var alert : now.values()) {
            if (!alert.equals(old.get(alert.id()))) {
                changes.add(HostCorrelator.add(alert, memory));
            }
        }
    }

    private static Map<String, Alert> alerts(Collection<Consequences> all) {
        var alerts = new TreeMap<String, Alert>();
        for (var consequences : all) {
            for (var alert : consequences.alerts()) {
                alerts.putIfAbsent(alert.id(), alert);
            }
        }
        return alerts;
    }

    private void withdraw(String id) {
        changes.add(new AlertChange(id, "", memory.nextSequence(), false));
    }

    private void groupMatches(Collection<Consequences> before, Collection<Consequences> after) {
        groupMatches.addAll(GroupMatches.between(groupMatches(before), groupMatches(after)));
    }

    private static List<IncidentMember> members(Collection<Consequences> all) {
        var members = new ArrayList<IncidentMember>();
        for (var one : all) {
            for (var alert : one.alerts()) {
                members.addAll(IncidentMembers.of(alert, List.of(one.witness())));
            }
        }
        return members;
    }

    private static List<GroupMatch> groupMatches(Collection<Consequences> all) {
        var matches = new ArrayList<GroupMatch>();
        for (var one : all) {
            matches.addAll(one.groupMatches().values());
        }
        return matches;
    }

    private void linkedAlerts(Map<String, Consequences> before, Map<String, Consequences> after) {
        var revised = new HashSet<String>();
        after.forEach((id, now) -> {
            var old = before.get(id);
            if (old == null || !old.witness().equals(now.witness())) {
                revised.add(id);
            }
        });
        var linked = new LinkedAlerts(rules, view, memory, watermark, before);
        for (var group : groups(before.values(), after.values())) {
            linked.change(group, places(group, before), places(group, after), revised);
        }
        take(linked);
    }

    private void take(LinkedAlerts linked) {
        changes.addAll(linked.changes());
        groupMatches.addAll(linked.groupMatches());
        members.addAll(linked.members());
        linked.boundsByRule().forEach((rule, number) -> boundsByRule.merge(rule, number, Integer::sum));
    }

    private static SortedSet<LinkedGroup> groups(Collection<Consequences> before, Collection<Consequences> after) {
        var groups = new TreeSet<LinkedGroup>();
        before.forEach(consequences -> groups.addAll(consequences.places().keySet()));
        after.forEach(consequences -> groups.addAll(consequences.places().keySet()));
        return groups;
    }

    private static List<Placed> places(LinkedGroup group, Map<String, Consequences> all) {
        var places = new ArrayList<Placed>();
        for (var consequences : all.values()) {
            var placed = consequences.places().get(group);
            if (placed != null) {
                places.add(placed);
            }
        }
        return places;
    }
}
