package io.weir.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The incidents of hosts without Flink, and what stands in the end. */
public final class IncidentRun {

    private final Incidents incidents;
    private final Map<String, InMemoryIncidents> memories = new HashMap<>();
    private final TreeMap<String, String> standing = new TreeMap<>();
    private final List<AlertChange> changes = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private int boundsReached;
    private int opened;
    private long watermark = Long.MIN_VALUE;

    /** A run within those bounds, nothing seen yet. */
    public IncidentRun(Incidents incidents) {
        this.incidents = incidents;
    }

    /** An alert comes, changes or goes. */
    public IncidentRun observe(IncidentMember member) {
        var memory = memories.computeIfAbsent(member.host(), host -> new InMemoryIncidents());
        var outcome = incidents.observe(member, memory, watermark);
        boundsReached += outcome.boundsReached();
        opened += outcome.opened();
        outcome.changes().forEach(this::fold);
        return this;
    }

    IncidentRun observeAll(List<IncidentMember> members) {
        members.forEach(this::observe);
        return this;
    }

    private void fold(AlertChange change) {
        assertThat(change.sequence()).isGreaterThan(sequences.getOrDefault(change.id(), 0L));
        sequences.put(change.id(), change.sequence());
        changes.add(change);
        if (change.withdraws()) {
            assertThat(standing.remove(change.id()))
                    .as("what is withdrawn stood")
                    .isNotNull();
        } else {
            standing.put(change.id(), change.body());
        }
    }

    /** The watermark comes to that time, in microseconds. */
    public IncidentRun pass(long micros) {
        watermark = Math.max(watermark, micros);
        memories.values()
                .forEach(memory -> memory.pass(
                        watermark,
                        number -> incidents.tell(number, memory).ifPresent(this::fold),
                        number -> incidents.forget(number, memory, watermark)));
        return this;
    }

    /** The bodies of the standing incidents, by id. */
    public Map<String, String> standing() {
        return standing;
    }

    List<AlertChange> changes() {
        return changes;
    }

    int boundsReached() {
        return boundsReached;
    }

    int opened() {
        return opened;
    }

    /** How many spans the tie has that has the most. */
    int mostSpans() {
        return memories.values().stream()
                .mapToInt(InMemoryIncidents::mostSpans)
                .max()
                .orElse(0);
    }

    /** How many entries all memories hold. */
    public int size() {
        return memories.values().stream().mapToInt(InMemoryIncidents::size).sum();
    }
}
