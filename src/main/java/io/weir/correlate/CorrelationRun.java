package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.incident.IncidentMember;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The correlation of a job without Flink: hosts, then the groups of each stage, and what stands in the end. */
public final class CorrelationRun {

    private final Listener listener;
    private final HostCorrelator hosts;
    private final GroupCorrelator groups;
    private final Map<String, InMemoryHost> hostMemories = new HashMap<>();
    private final TreeMap<Integer, Map<String, InMemoryGroup>> groupMemories = new TreeMap<>();
    private final TreeMap<String, String> standing = new TreeMap<>();
    private final Map<Fate, Integer> fates = new HashMap<>();
    private int withdrawn;
    private int numbersMissing;
    private int boundsReached;
    private long watermark = Long.MIN_VALUE;

    /** Hears of what is told, as it is told. */
    public interface Listener {

        /** Alerts change. */
        void change(List<AlertChange> changes);

        /** An alert of a host stands, changes or goes. */
        void enrol(IncidentMember member);
    }

    private static final Listener NOBODY = new Listener() {
        @Override
        public void change(List<AlertChange> changes) {}

        @Override
        public void enrol(IncidentMember member) {}
    };

    /** A run of those rules, nothing seen yet. */
    public CorrelationRun(RuleSet rules, Horizons horizons) {
        this(rules, horizons, NOBODY);
    }

    /** The same; the listener hears of all that is told. */
    public CorrelationRun(RuleSet rules, Horizons horizons, Listener listener) {
        this.listener = listener;
        this.hosts = new HostCorrelator(rules, horizons);
        this.groups = new GroupCorrelator(rules, horizons);
    }

    /** An event comes. */
    public CorrelationRun observe(MatchedEvent event) {
        observed(event);
        return this;
    }

    /** An event comes: what becomes of it. */
    Fate observed(MatchedEvent event) {
        var memory = hostMemories.computeIfAbsent(event.event().host().name(), host -> new InMemoryHost());
        var outcome = hosts.observe(event, memory, watermark);
        fates.merge(outcome.fate(), 1, Integer::sum);
        take(outcome);
        return outcome.fate();
    }

    private void take(HostOutcome outcome) {
        fold(outcome.changes());
        numbersMissing += outcome.numbersMissing();
        boundsReached += outcome.boundsReached();
        outcome.members().forEach(listener::enrol);
        outcome.groupMatches().forEach(this::deliver);
    }

    private void deliver(GroupMatch match) {
        var memory = groupMemories
                .computeIfAbsent(groups.stage(match), stage -> new TreeMap<>())
                .computeIfAbsent(match.key(), key -> new InMemoryGroup());
        take(groups.observe(match, memory, watermark));
    }

    private void take(GroupCorrelator.Outcome outcome) {
        fold(outcome.changes());
        boundsReached += outcome.boundsReached();
        outcome.members().forEach(listener::enrol);
        outcome.groupMatches().forEach(this::deliver);
    }

    /** Events come, in this order. */
    public CorrelationRun observeAll(List<MatchedEvent> events) {
        events.forEach(this::observe);
        return this;
    }

    /** The watermark comes to that time, in microseconds: what has settled is told, and what is due is forgotten. */
    public CorrelationRun pass(long micros) {
        watermark = Math.max(watermark, micros);
        for (var memory : hostMemories.values()) {
            memory.settle(watermark, settlement -> take(hosts.settle(settlement, memory, watermark)));
            memory.forget(watermark, hosts);
        }
        for (int stage = 1; !groupMemories.isEmpty() && stage <= groupMemories.lastKey(); stage++) {
            new ArrayList<>(groupMemories.getOrDefault(stage, Map.of()).entrySet()).forEach(this::pass);
        }
        return this;
    }

    private void pass(Map.Entry<String, InMemoryGroup> group) {
        var memory = group.getValue();
        memory.settle(watermark, at -> take(groups.settle(group.getKey(), at, memory, watermark)));
        memory.forget(watermark, groups);
    }

    /** What waits is told, and nothing forgotten. */
    void settle() {
        hostMemories
                .values()
                .forEach(memory -> memory.settle(
                        Long.MAX_VALUE, settlement -> take(hosts.settle(settlement, memory, Long.MAX_VALUE))));
        for (int stage = 1; !groupMemories.isEmpty() && stage <= groupMemories.lastKey(); stage++) {
            new ArrayList<>(groupMemories.getOrDefault(stage, Map.of()).entrySet())
                    .forEach(group -> group.getValue()
                            .settle(
                                    Long.MAX_VALUE,
                                    at -> take(groups.settle(group.getKey(), at, group.getValue(), Long.MAX_VALUE))));
        }
    }

    /** Nothing more comes. */
    public CorrelationRun end() {
        return pass(Long.MAX_VALUE);
    }

    private void fold(List<AlertChange> changes) {
        listener.change(changes);
        for (var change : changes) {
            if (change.withdraws()) {
                withdrawn++;
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

    /** The memories of the hosts, by their names. */
    Map<String, InMemoryHost> hosts() {
        return hostMemories;
    }

    /** The histories of all groups. */
    Stream<InMemoryBuckets> histories() {
        return Stream.concat(
                hostMemories.values().stream().flatMap(InMemoryHost::histories),
                groupMemories.values().stream().flatMap(stage -> stage.values().stream()));
    }

    /** What the groups of a correlation that is not linked hold. */
    List<GroupMatch> groups(String meaning) {
        return groupMemories.values().stream()
                .flatMap(stage -> stage.entrySet().stream())
                .filter(group -> GroupMatch.meaning(group.getKey()).equals(meaning))
                .flatMap(group -> group.getValue().events().stream())
                .toList();
    }

    int count(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    int withdrawn() {
        return withdrawn;
    }

    int numbersMissing() {
        return numbersMissing;
    }

    int boundsReached() {
        return boundsReached;
    }

    /** How many entries all memories hold. */
    public int size() {
        return hostMemories.values().stream().mapToInt(InMemoryHost::size).sum()
                + groupMemories.values().stream()
                        .flatMap(stage -> stage.values().stream())
                        .mapToInt(InMemoryGroup::size)
                        .sum();
    }
}
