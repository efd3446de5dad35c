package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.alert.AlertId;
import io.weir.correlate.GroupCorrelator.Outcome;
import io.weir.correlate.GroupHistory.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One change of a group of a correlation that is not linked, and all that follows from it. */
final class GroupChange {

    private final HostRules rules;
    private final Correlation correlation;
    private final GroupMemory memory;
    private final GroupHistory history;
    private final List<AlertChange> changes = new ArrayList<>();
    private int boundsReached;

    GroupChange(HostRules rules, Correlation correlation, GroupMemory memory, long watermark) {
        this.rules = rules;
        this.correlation = correlation;
        this.memory = memory;
        this.history = new GroupHistory(
                correlation, "", memory, rules.horizons().bounds().groupEvents(), watermark);
    }

    Outcome observe(GroupMatch match) {
        var id = match.witness().id();
        var known = memory.event(id).stream().flatMap(this::placed).toList();
        var now = match.withdrawn() ? List.<Placed>of() : placed(match).toList();
        var difference = known.equals(now)
                ? history.change(List.of(), List.of(), now)
                : history.change(known, now, known.isEmpty() ? List.of() : now);
        var before = made(difference.withdrawn(), difference.kept());
        if (now.isEmpty() || difference.dropped() > 0) {
            memory.removeEvent(id);
        } else {
            memory.putEvent(match);
            now.forEach(this::remind);
        }
        return outcome(match.values(), difference, before);
    }

    /** Tells what has settled at that time, in microseconds. */
    Outcome settle(long at) {
        var difference = history.settle(at);
        var before = made(difference.withdrawn(), difference.kept());
        return Stream.of(difference.withdrawn(), difference.added())
                .flatMap(List::stream)
                .flatMap(finding -> events(finding).stream())
                .findFirst()
                .map(match -> outcome(match.values(), difference, before))
                .orElseGet(() -> outcome(List.of(), difference, before));
    }

    private Outcome outcome(List<String> values, Difference difference, List<MadeAlert> before) {
        difference.pending().forEach(pending -> memory.settleAfter(pending.due(), pending.at()));
        difference.withdrawn().forEach(finding -> withdraw(values, finding));
        var after = made(difference.added(), difference.kept());
        MadeAlert.news(before, after, difference).forEach(made -> add(made, difference));
        boundsReached += difference.boundsReached()
                + difference.added().size()
                + difference.kept().size()
                - after.size();
        return new Outcome(
                changes,
                GroupMatches.between(MadeAlert.matches(before), MadeAlert.matches(after)),
                IncidentMembers.between(MadeAlert.members(before), MadeAlert.members(after)),
                boundsReached);
    }

    private void withdraw(List<String> values, Finding finding) {
        if (rules.alerts(correlation)) {
            var id = AlertId.of(correlation.id(), AlertMaker.group(correlation, values), finding.evidence());
            changes.add(new AlertChange(id, "", memory.nextSequence(), false));
        }
    }

    private void add(MadeAlert made, Difference difference) {
        if (rules.alerts(correlation)) {
            changes.add(made.change(memory.nextSequence(), difference));
        }
    }

    /** The alerts of findings as the memory knows their events now; none of a finding whose events are not all there. */
    private List<MadeAlert> made(List<Finding> some, List<Finding> others) {
        return Stream.concat(some.stream(), others.stream())
                .flatMap(finding -> made(finding).stream())
                .toList();
    }

    private Optional<MadeAlert> made(Finding finding) {
        var matches = events(finding);
        if (matches.size() < finding.evidence().size()) {
            return Optional.empty();
        }
        var group = AlertMaker.group(correlation, matches.get(0).values());
        var witnesses = matches.stream().map(GroupMatch::witness).toList();
        var alert = rules.alerts().correlated(correlation, group, witnesses, finding.measured());
        return Optional.of(new MadeAlert(
                finding,
                alert,
                rules.seen(correlation, alert, witnesses),
                rules.members(correlation, alert, witnesses)));
    }

    private List<GroupMatch> events(Finding finding) {
        return finding.evidence().stream()
                .flatMap(id -> memory.event(id).stream())
                .toList();
    }

    private Stream<Placed> placed(GroupMatch match) {
        var event = match.witness().event();
        var facts = event.event();
        return Optional.ofNullable(correlation.groups(event).get(match.values())).stream()
                .map(share ->
                        correlation.place(facts, facts.process().guid(), facts.time(), facts.recordNumber(), share));
    }

    private void remind(Placed placed) {
        long bucket = correlation.bucket(placed.time().micros());
        memory.remindAfter(correlation.end(bucket) + rules.retention() + correlation.reach(), bucket);
    }
}
