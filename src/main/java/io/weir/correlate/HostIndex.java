package io.weir.correlate;

import io.weir.event.ProcessFacts.Life;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a host's memory knows of its events and processes in step: an event goes in whole, and comes out whole. */
final class HostIndex {

    /** The width of a process bucket in microseconds. */
    private static final long WIDTH = 15L * 60 * 1_000_000;

    /** How many contradicting starts of one process are kept. */
    private static final int MOST_STARTS = 8;

    /** How many children or matched events of one process are kept in one bucket. */
    private static final int MOST_IN_BUCKET = 10_000;

    private final CorrelationPlan plan;
    private final HostMemory memory;
    private int boundsReached;

    HostIndex(CorrelationPlan plan, HostMemory memory) {
        this.plan = plan;
        this.memory = memory;
    }

    int boundsReached() {
        return boundsReached;
    }

    void add(MatchedEvent event) {
        memory.putEvent(event);
        change(event, true);
    }

    void remove(MatchedEvent event) {
        memory.removeEvent(event.event().identity().id());
        change(event, false);
    }

    private void change(MatchedEvent event, boolean there) {
        var process = event.event().process();
        if (process.guid().isEmpty() || HostRules.isQuarantined(event.event())) {
            return;
        }
        if (process.life() == Life.START) {
            changeStart(event, there);
        }
        if (!event.matches().isEmpty()) {
            changeMatched(event, there);
        }
    }

    private void changeStart(MatchedEvent event, boolean there) {
        var process = event.event().process();
        var node = node(process.guid());
        var starts = new ArrayList<>(node.starts());
        starts.remove(HostRules.id(event));
        if (there) {
            starts.add(HostRules.id(event));
        }
        if (starts.size() > MOST_STARTS) {
            boundsReached++;
            return;
        }
        put(process.guid(), node.withStarts(starts));
        if (!process.parentGuid().isEmpty()) {
            changeBucket(process.parentGuid(), event, bucket -> bucket.withChild(process.guid(), there));
        }
    }

    private void changeMatched(MatchedEvent event, boolean there) {
        var guid = event.event().process().guid();
        changeBucket(guid, event, bucket -> bucket.withEvent(HostRules.id(event), there));
        for (var meaning : linkedFirstSteps(event)) {
            put(guid, node(guid).withFirstStep(meaning, there ? 1 : -1));
        }
    }

    /** The meanings of the linked correlations that give the event's process a group of its own. */
    List<String> linkedFirstSteps(MatchedEvent event) {
        return plan.askingFor(event).stream()
                .filter(Correlation::isLinked)
                .filter(correlation -> correlation.mayHaveGroupOf(event))
                .map(Correlation::meaning)
                .toList();
    }

    private interface BucketChange {
        ProcessBucket of(ProcessBucket bucket);
    }

    private void changeBucket(String guid, MatchedEvent event, BucketChange change) {
        long index = Math.floorDiv(event.event().time().micros(), WIDTH);
        var old = memory.processBucket(guid, index).orElse(ProcessBucket.EMPTY);
        var bucket = change.of(old);
        if (bucket.children().size() > MOST_IN_BUCKET || bucket.events().size() > MOST_IN_BUCKET) {
            boundsReached++;
            return;
        }
        if (bucket.isEmpty()) {
            memory.removeProcessBucket(guid, index);
        } else {
            memory.putProcessBucket(guid, index, bucket);
        }
        if (bucket.isEmpty() != old.isEmpty()) {
            put(guid, node(guid).withBucket(index, !bucket.isEmpty()));
        }
    }

    private ProcessNode node(String guid) {
        return memory.process(guid).orElse(ProcessNode.EMPTY);
    }

    private void put(String guid, ProcessNode node) {
        if (node.isEmpty()) {
            memory.removeProcess(guid);
        } else {
            memory.putProcess(guid, node);
        }
    }
}
