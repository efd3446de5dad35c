package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.alert.AlertId;
import io.weir.alert.AlertJson;
import io.weir.correlate.AlertMaker.Witness;
import io.weir.event.ProcessFacts.Life;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the matches of one group of a correlation that is not linked add up to, in any order of arrival. */
public final class GroupCorrelator {

    private final HostRules rules;

    /** A correlator for the correlations of that rule set. */
    public GroupCorrelator(RuleSet rules, Horizons horizons) {
        this.rules = new HostRules(rules, horizons);
    }

    /**
     * What follows from a change of a group.
     *
     * @param changes of the alerts that stand
     * @param boundsReached how often a bound of the state cut something off
     */
    public record Outcome(List<AlertChange> changes, int boundsReached) {
        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /** Takes in a change of the group whose memory is lent. A match of a correlation that is no more in force changes nothing. */
    public Outcome observe(GroupMatch match, GroupMemory memory) {
        return rules.plan()
                .correlation(match.meaning())
                .map(rule -> observe(rule, match, memory))
                .orElseGet(() -> new Outcome(List.of(), 0));
    }

    private Outcome observe(CorrelationRule rule, GroupMatch match, GroupMemory memory) {
        var id = HostRules.id(match.event());
        var known = memory.event(id);
        if (match.withdrawn()) {
            memory.removeEvent(id);
        } else {
            memory.putEvent(match);
            remind(rule, match, memory);
        }
        var removed = known.map(old -> placed(rule, old)).stream().toList();
        var added = match.withdrawn() ? List.<Placed>of() : List.of(placed(rule, match));
        return change(rule, match.values(), id, removed, added, memory);
    }

    private Outcome change(
            CorrelationRule rule,
            List<String> values,
            String id,
            List<Placed> removed,
            List<Placed> added,
            GroupMemory memory) {
        var history = new GroupHistory(rule, memory);
        var difference = removed.equals(added)
                ? history.change(List.of(), List.of(), added)
                : history.change(removed, added, List.of());
        var changes = new ArrayList<AlertChange>();
        var group = AlertMaker.group(rule, values);
        difference
                .withdrawn()
                .forEach(sequence -> changes.add(new AlertChange(
                        AlertId.of(rule.header().id(), group, Evidence.ids(sequence)),
                        "",
                        memory.nextSequence(),
                        false)));
        int incomplete = 0;
        for (var sequence : toldBy(difference, id)) {
            var witnesses = witnesses(sequence, memory);
            if (witnesses.size() < sequence.size()) {
                incomplete++;
            } else {
                var alert = rules.alerts().correlated(rule, group, witnesses);
                changes.add(new AlertChange(
                        alert.id(), AlertJson.body(alert), memory.nextSequence(), difference.bounded()));
            }
        }
        return new Outcome(changes, difference.dropped() + incomplete);
    }

    /** The sequences whose alert is new, or has the event in it and so may say something else now. */
    private static List<List<Placed>> toldBy(GroupHistory.Difference difference, String id) {
        return Stream.concat(
                        difference.added().stream(),
                        difference.kept().stream()
                                .filter(sequence -> Evidence.ids(sequence).contains(id)))
                .toList();
    }

    private static List<Witness> witnesses(List<Placed> sequence, GroupMemory memory) {
        return sequence.stream()
                .flatMap(placed -> memory.event(placed.event()).stream())
                .map(match -> new Witness(match.event(), match.lineage()))
                .toList();
    }

    private static Placed placed(CorrelationRule rule, GroupMatch match) {
        var event = match.event().event();
        return new Placed(
                event.identity().id(),
                event.time(),
                event.channel() + '\0' + event.host().name(),
                event.recordNumber(),
                event.process().guid(),
                event.process().life() == Life.START,
                CorrelationPlan.steps(rule, match.event()));
    }

    private void remind(CorrelationRule rule, GroupMatch match, GroupMemory memory) {
        long bucket = GroupHistory.bucket(rule, match.event().event().time().micros());
        long end = (bucket + 1) * GroupHistory.width(rule);
        memory.remindAfter(end + rules.retention() + GroupHistory.reach(rule), bucket);
    }

    /** Forgets a bucket and its events; no alert changes by it. */
    public void forget(long bucket, GroupMemory memory) {
        memory.bucket(bucket).ifPresent(old -> old.placed().forEach(placed -> memory.removeEvent(placed.event())));
        memory.removeBucket(bucket);
    }
}
