package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The correlation of a job without Flink: hosts, then groups, and what stands in the end. */
public final class CorrelationRun {

    private final HostCorrelator hosts;
    private final GroupCorrelator groups;
    private final Map<String, InMemoryHost> hostMemories = new HashMap<>();
    private final Map<String, InMemoryGroup> groupMemories = new HashMap<>();
    private final TreeMap<String, String> standing = new TreeMap<>();
    private final Map<Fate, Integer> fates = new HashMap<>();
    private long watermark = Long.MIN_VALUE;

    /** A run of those rules, nothing seen yet. */
    public CorrelationRun(RuleSet rules, Horizons horizons) {
        this.hosts = new HostCorrelator(rules, horizons);
        this.groups = new GroupCorrelator(rules, horizons);
    }

    /** An event comes. */
    public CorrelationRun observe(MatchedEvent event) {
        var memory = hostMemories.computeIfAbsent(event.event().host().name(), host -> new InMemoryHost());
        var outcome = hosts.observe(event, memory, watermark);
        fates.merge(outcome.fate(), 1, Integer::sum);
        fold(outcome.changes());
        outcome.groupMatches()
                .forEach(match -> fold(
                        groups.observe(match, groupMemories.computeIfAbsent(match.key(), key -> new InMemoryGroup()))
                                .changes()));
        return this;
    }

    /** Events come, in this order. */
    public CorrelationRun observeAll(List<MatchedEvent> events) {
        events.forEach(this::observe);
        return this;
    }

    /** The watermark comes to that time, in microseconds: what is due is forgotten. */
    public CorrelationRun pass(long micros) {
        watermark = micros;
        hostMemories.values().forEach(memory -> memory.pass(micros, hosts));
        groupMemories.values().forEach(memory -> memory.pass(micros, groups));
        return this;
    }

    private void fold(List<AlertChange> changes) {
        for (var change : changes) {
            if (change.withdraws()) {
                standing.remove(change.id());
            } else {
                standing.put(change.id(), change.body());
            }
        }
    }

    /** The bodies of the standing alerts, by id. */
    public Map<String, String> standing() {
        return standing;
    }

    int count(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    /** How many entries all memories hold. */
    public int size() {
        return hostMemories.values().stream().mapToInt(InMemoryHost::size).sum()
                + groupMemories.values().stream().mapToInt(InMemoryGroup::size).sum();
    }
}
