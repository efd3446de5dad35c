package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.alert.AlertChange;
import io.weir.alert.AlertId;
import io.weir.alert.AlertJson;
import io.weir.correlate.AlertMaker.Witness;
import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.HostMemory.Reminder;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.correlate.HostView.Consequences;
import io.weir.event.ProcessFacts.Life;
import io.weir.match.MatchedEvent;
import io.weir.rule.CorrelationRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One change of what a host knows, an event that comes, perhaps in the place of a copy, and all that follows from it. */
final class HostChange {

    private final HostRules rules;
    private final HostMemory memory;
    private final HostView view;
    private final HostIndex index;

    private final List<AlertChange> changes = new ArrayList<>();
    private final List<GroupMatch> groupMatches = new ArrayList<>();
    private int boundsReached;

    HostChange(HostRules rules, HostMemory memory) {
        this.rules = rules;
        this.memory = memory;
        this.view = new HostView(rules, memory);
        this.index = new HostIndex(rules.plan(), memory);
    }

    HostOutcome replace(Optional<MatchedEvent> known, MatchedEvent event, Fate fate) {
        var touched = touchedBy(known, event);
        var before = consequences(touched);
        known.ifPresent(index::remove);
        index.add(event);
        var after = consequences(touched);

        ownAlerts(before.values(), after.values());
        groupMatches(before.values(), after.values());
        linkedAlerts(before, after);
        return new HostOutcome(fate, changes, groupMatches, index.boundsReached() + boundsReached);
    }

    /** The ids of all events whose lineage or places may change, the event itself among them. */
    private SortedSet<String> touchedBy(Optional<MatchedEvent> known, MatchedEvent event) {
        var touched = new TreeSet<String>();
        Stream.concat(known.stream(), Stream.of(event)).forEach(one -> {
            touched.add(HostRules.id(one));
            if (one.event().process().life() == Life.START || beginsAGroup(one, known.isPresent())) {
                touched.addAll(
                        view.tree().matchedEventsBelow(one.event().process().guid()));
            }
        });
        return touched;
    }

    private boolean beginsAGroup(MatchedEvent event, boolean replaced) {
        var present = memory.process(event.event().process().guid())
                .orElse(ProcessNode.EMPTY)
                .firstSteps();
        return index.linkedFirstSteps(event).stream().anyMatch(meaning -> replaced || !present.containsKey(meaning));
    }

    private Map<String, Consequences> consequences(Set<String> ids) {
        var all = new LinkedHashMap<String, Consequences>();
        ids.forEach(id -> view.of(id).ifPresent(consequences -> all.put(id, consequences)));
        return all;
    }

    private void ownAlerts(Collection<Consequences> before, Collection<Consequences> after) {
        var old = alerts(before);
        var now = alerts(after);
        old.keySet().stream().filter(id -> !now.containsKey(id)).forEach(this::withdraw);
        now.values().stream()
                .filter(alert -> !alert.equals(old.get(alert.id())))
                .forEach(alert -> changes.add(HostCorrelator.add(alert, memory)));
    }

    private static Map<String, Alert> alerts(Collection<Consequences> all) {
        return all.stream()
                .flatMap(consequences -> consequences.alerts().stream())
                .collect(Collectors.toMap(Alert::id, alert -> alert, (one, same) -> one, TreeMap::new));
    }

    private void withdraw(String id) {
        changes.add(new AlertChange(id, "", memory.nextSequence(), false));
    }

    private void groupMatches(Collection<Consequences> before, Collection<Consequences> after) {
        var old = groupMatchesByKey(before);
        var now = groupMatchesByKey(after);
        old.forEach((key, match) -> {
            if (!now.containsKey(key)) {
                groupMatches.add(match.asWithdrawn());
            }
        });
        now.forEach((key, match) -> {
            if (!match.equals(old.get(key))) {
                groupMatches.add(match);
            }
        });
    }

    private static Map<String, GroupMatch> groupMatchesByKey(Collection<Consequences> all) {
        var matches = new TreeMap<String, GroupMatch>();
        all.forEach(consequences -> consequences
                .groupMatches()
                .forEach((key, match) -> matches.put(consequences.witness().id() + key, match)));
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
        for (var group : groups(before.values(), after.values())) {
            rules.plan().correlation(group.meaning()).ifPresent(rule -> change(rule, group, before, after, revised));
        }
    }

    private static SortedSet<LinkedGroup> groups(Collection<Consequences> before, Collection<Consequences> after) {
        return Stream.concat(before.stream(), after.stream())
                .flatMap(consequences -> consequences.places().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void change(
            CorrelationRule rule,
            LinkedGroup group,
            Map<String, Consequences> before,
            Map<String, Consequences> after,
            Set<String> revised) {
        var old = places(group, before);
        var now = places(group, after);
        var removed = without(old, now);
        var added = without(now, old);
        var touched =
                now.stream().filter(placed -> revised.contains(placed.event())).toList();
        var history = new GroupHistory(rule, memory.group(group));
        added.forEach(placed -> remind(rule, group, placed));
        var difference = history.change(removed, added, touched);
        difference.withdrawn().forEach(sequence -> withdraw(alertId(rule, group, sequence)));
        Stream.concat(
                        difference.added().stream(),
                        difference.kept().stream().filter(sequence -> isRevised(sequence, revised)))
                .forEach(sequence -> add(rule, group, sequence, difference.bounded()));
        boundsReached += difference.dropped();
    }

    private static boolean isRevised(List<Placed> sequence, Set<String> revised) {
        return sequence.stream().anyMatch(placed -> revised.contains(placed.event()));
    }

    private static List<Placed> places(LinkedGroup group, Map<String, Consequences> all) {
        return all.values().stream()
                .flatMap(consequences ->
                        Optional.ofNullable(consequences.places().get(group)).stream())
                .toList();
    }

    private static List<Placed> without(List<Placed> some, List<Placed> others) {
        return some.stream().filter(placed -> !others.contains(placed)).toList();
    }

    private void remind(CorrelationRule rule, LinkedGroup group, Placed placed) {
        long bucket = GroupHistory.bucket(rule, placed.time().micros());
        memory.remindAfter((bucket + 1) * GroupHistory.width(rule) + rules.retention(), Reminder.of(group, bucket));
    }

    private static String alertId(CorrelationRule rule, LinkedGroup group, List<Placed> sequence) {
        return AlertId.of(rule.header().id(), shown(rule, group), Evidence.ids(sequence));
    }

    private static Map<String, String> shown(CorrelationRule rule, LinkedGroup group) {
        var shown = new TreeMap<>(AlertMaker.group(rule, group.values()));
        shown.put("process", group.process());
        return shown;
    }

    private void add(CorrelationRule rule, LinkedGroup group, List<Placed> sequence, boolean bounded) {
        var witnesses = sequence.stream()
                .flatMap(placed -> view.witness(placed.event()).stream())
                .map(witness -> new Witness(CorrelationPlan.asAskedBy(rule, witness.event()), witness.lineage()))
                .toList();
        if (witnesses.size() < sequence.size()) {
            boundsReached++;
            return;
        }
        var alert = rules.alerts().correlated(rule, shown(rule, group), witnesses);
        changes.add(new AlertChange(alert.id(), AlertJson.body(alert), memory.nextSequence(), bounded));
    }
}
