package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.alert.AlertId;
import io.weir.correlate.GroupHistory.Difference;
import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.HostMemory.Reminder;
import io.weir.correlate.HostMemory.Settlement;
import io.weir.correlate.HostView.Consequences;
import io.weir.incident.IncidentMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What changes in the linked groups of a host, and which alerts follow. */
final class LinkedAlerts {

    private final HostRules rules;
    private final HostView view;
    private final HostMemory memory;
    private final long watermark;
    private final Map<String, Consequences> before;
    private final List<AlertChange> changes = new ArrayList<>();
    private final List<GroupMatch> groupMatches = new ArrayList<>();
    private final List<IncidentMember> members = new ArrayList<>();
    private final SortedMap<String, Integer> boundsByRule = new TreeMap<>();

    /**
     * The linked groups of a host whose events have changed.
     *
     * @param before what followed from the events that a change touches, before it
     */
    LinkedAlerts(HostRules rules, HostView view, HostMemory memory, long watermark, Map<String, Consequences> before) {
        this.rules = rules;
        this.view = view;
        this.memory = memory;
        this.watermark = watermark;
        this.before = before;
    }

    List<AlertChange> changes() {
        return changes;
    }

    List<GroupMatch> groupMatches() {
        return groupMatches;
    }

    List<IncidentMember> members() {
        return members;
    }

    /** How often a bound cut something off, by the id of the correlation. */
    SortedMap<String, Integer> boundsByRule() {
        return boundsByRule;
    }

    /**
     * Changes a group.
     *
     * @param old the places of events in it that may have changed, as they were
     * @param now the same places as they are
     * @param revised the ids of events that say something else now
     */
    void change(LinkedGroup group, List<Placed> old, List<Placed> now, Set<String> revised) {
        rules.plan().correlation(group.meaning()).ifPresent(correlation -> {
            var added = without(now, old);
            var touched = touched(old, now, revised);
            added.forEach(placed -> remind(correlation, group, placed));
            tell(correlation, group, history(correlation, group).change(without(old, now), added, touched));
        });
    }

    /** Those that say something else now and were there before: of what comes nothing has been told yet that might be told again. */
    private static List<Placed> touched(List<Placed> old, List<Placed> now, Set<String> revised) {
        var touched = new ArrayList<Placed>();
        for (var placed : now) {
            if (revised.contains(placed.event()) && holds(old, placed.event())) {
                touched.add(placed);
            }
        }
        return touched;
    }

    private static boolean holds(List<Placed> places, String event) {
        for (var placed : places) {
            if (placed.event().equals(event)) {
                return true;
            }
        }
        return false;
    }

    /** Tells what has settled in a group at that time, in microseconds. */
    void settle(LinkedGroup group, long at) {
        rules.plan()
                .correlation(group.meaning())
                .ifPresent(correlation ->
                        tell(correlation, group, history(correlation, group).settle(at)));
    }

    private GroupHistory history(Correlation correlation, LinkedGroup group) {
        return new GroupHistory(
                correlation,
                group.process(),
                memory.group(group),
                rules.horizons().bounds().groupEvents(),
                watermark);
    }

    private static List<Placed> without(List<Placed> some, List<Placed> others) {
        if (others.isEmpty()) {
            return some;
        }
        var without = new ArrayList<Placed>();
        for (var placed : some) {
            if (!others.contains(placed)) {
                without.add(placed);
            }
        }
        return without;
    }

    private void remind(Correlation correlation, LinkedGroup group, Placed placed) {
        long bucket = correlation.bucket(placed.time().micros());
        memory.remindAfter(correlation.end(bucket) + rules.retention(), Reminder.of(group, bucket));
    }

    private void tell(Correlation correlation, LinkedGroup group, Difference difference) {
        if (difference.isNone()) {
            return;
        }
        difference.pending().forEach(pending -> memory.settleAfter(pending.due(), new Settlement(group, pending.at())));
        difference.withdrawn().forEach(finding -> withdraw(correlation, group, finding));
        var was = alerts(correlation, group, this::witnessBefore, difference.withdrawn(), difference.kept());
        var is = alerts(correlation, group, view::witness, difference.added(), difference.kept());
        MadeAlert.news(was, is, difference).forEach(made -> add(correlation, made, difference));
        groupMatches.addAll(GroupMatches.between(MadeAlert.matches(was), MadeAlert.matches(is)));
        members.addAll(IncidentMembers.between(MadeAlert.members(was), MadeAlert.members(is)));
        int missing = difference.added().size() + difference.kept().size() - is.size();
        int bounds = difference.boundsReached() + missing;
        if (bounds > 0) {
            boundsByRule.merge(correlation.id(), bounds, Integer::sum);
        }
    }

    private void withdraw(Correlation correlation, LinkedGroup group, Finding finding) {
        if (rules.alerts(correlation)) {
            var id = AlertId.of(correlation.id(), shown(correlation, group), finding.evidence());
            changes.add(new AlertChange(id, "", memory.nextSequence(), false));
        }
    }

    private void add(Correlation correlation, MadeAlert made, Difference difference) {
        if (rules.alerts(correlation)) {
            changes.add(made.change(memory.nextSequence(), difference));
        }
    }

    private static Map<String, String> shown(Correlation correlation, LinkedGroup group) {
        var shown = new TreeMap<>(AlertMaker.group(correlation, group.values()));
        shown.put("process", group.process());
        return shown;
    }

    /** The events of a host at some moment. */
    private interface Witnesses {
        Optional<Witness> of(String id);
    }

    private Optional<Witness> witnessBefore(String id) {
        var known = before.get(id);
        return known == null ? view.witness(id) : Optional.of(known.witness());
    }

    private List<MadeAlert> alerts(
            Correlation correlation, LinkedGroup group, Witnesses known, List<Finding> some, List<Finding> others) {
        var made = new ArrayList<MadeAlert>(some.size() + others.size());
        some.forEach(finding -> made(correlation, group, known, finding).ifPresent(made::add));
        others.forEach(finding -> made(correlation, group, known, finding).ifPresent(made::add));
        return made;
    }

    private Optional<MadeAlert> made(Correlation correlation, LinkedGroup group, Witnesses known, Finding finding) {
        var witnesses = new ArrayList<Witness>(finding.evidence().size());
        for (var id : finding.evidence()) {
            known.of(id).ifPresent(witness -> witnesses.add(witness.asAskedBy(correlation)));
        }
        if (witnesses.size() < finding.evidence().size()) {
            return Optional.empty();
        }
        var alert = rules.alerts().correlated(correlation, shown(correlation, group), witnesses, finding.measured());
        return Optional.of(new MadeAlert(
                finding,
                alert,
                rules.seen(correlation, alert, witnesses),
                rules.members(correlation, alert, witnesses)));
    }
}
