package io.weir.correlate;

import io.weir.event.ProcessFacts.Life;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;

/** Keeps what a host's memory knows of its events and processes in step: an event goes in whole, and comes out whole. */
final class HostIndex {

    private final CorrelationPlan plan;
    private final StateBounds bounds;
    private final HostMemory memory;
    private int boundsReached;

    HostIndex(HostRules rules, HostMemory memory) {
        this.plan = rules.plan();
        this.bounds = rules.horizons().bounds();
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
        if (HostRules.isQuarantined(event.event())) {
            return;
        }
        if (!process.guid().isEmpty()) {
            changeByGuid(event, there);
        }
        if (!process.pid().isEmpty()) {
            changeById(event, there);
        }
        changeChild(event, there);
        if (process.life() == Life.BOOT) {
            changeEvents(ProcessKey.BOOTS, event, there);
        }
    }

    private void changeByGuid(MatchedEvent event, boolean there) {
        if (LifeSpans.isStart(event.event())) {
            changeStart(event, there);
        }
        if (!event.matches().isEmpty()) {
            var process = event.event().process();
            changeMatched(
                    process.guid(),
                    event,
                    there,
                    bucket -> bucket.withEvent(HostRules.id(event), process.pid(), there));
        }
    }

    private void changeChild(MatchedEvent event, boolean there) {
        if (!LifeSpans.isStart(event.event())) {
            return;
        }
        var process = event.event().process();
        if (!process.parentGuid().isEmpty()) {
            var child = ProcessKey.name(event.event());
            changeBucket(process.parentGuid(), event, bucket -> bucket.withChild(child, there));
        }
        if (!process.parentPid().isEmpty()) {
            mention(process.parentPid(), event, there);
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
        if (starts.size() > bounds.processStarts()) {
            boundsReached++;
            return;
        }
        put(process.guid(), node.withStarts(starts));
    }

    private void changeById(MatchedEvent event, boolean there) {
        var process = event.event().process();
        if (process.life() == Life.START || process.life() == Life.END) {
            changeEvents(ProcessKey.lives(process.pid()), event, there);
        }
        if (!event.matches().isEmpty()) {
            mention(process.pid(), event, there);
            if (Twins.isConnection(process)) {
                changeConnection(event, there);
            }
        }
    }

    private void mention(String pid, MatchedEvent event, boolean there) {
        var key = ProcessKey.mentions(pid);
        boolean isOwn =
                pid.equals(event.event().process().pid()) && !event.matches().isEmpty();
        var use = isOwn
                ? changeMatched(key, event, there, bucket -> bucket.withEvent(HostRules.id(event), there))
                : changeEvents(key, event, there);
        if (use == Use.BEGINS || use == Use.ENDS) {
            changeBucket(ProcessKey.PIDS, event, bucket -> bucket.withChild(pid, use == Use.BEGINS));
        }
    }

    /** A first step counts only where its event is kept: so it is counted off when that goes. */
    private Use changeMatched(String key, MatchedEvent event, boolean there, BucketChange change) {
        return changeBucket(key, event, change, there ? 1 : -1);
    }

    private void countFirstSteps(String key, MatchedEvent event, boolean there) {
        var node = node(key);
        putIfOther(key, node, withFirstSteps(node, event, there ? 1 : -1));
    }

    private ProcessNode withFirstSteps(ProcessNode node, MatchedEvent event, int more) {
        var changed = node;
        var begun = plan.begunBy(event);
        for (int i = 0; i < begun.size(); i++) {
            changed = changed.withFirstStep(begun.get(i).meaning(), more);
        }
        return changed;
    }

    private Use changeEvents(String key, MatchedEvent event, boolean there) {
        return changeBucket(key, event, bucket -> bucket.withEvent(HostRules.id(event), there));
    }

    private interface BucketChange {
        ProcessBucket of(ProcessBucket bucket);
    }

    /** Connections are looked up by time alone, so no node lists their buckets, which are small. */
    private void changeConnection(MatchedEvent event, boolean there) {
        var key = ProcessKey.connection(event.event().process());
        long slot = HostReader.slot(event.event().time().micros());
        var old = bucket(key, slot);
        if (there && old.events().size() >= bounds.connectionAccounts()) {
            boundsReached++;
            return;
        }
        var bucket = old.withEvent(HostRules.id(event), there);
        if (use(old, bucket) != Use.SAME) {
            memory.putProcessBucket(key, slot, bucket);
            if (event.event().process().guid().isEmpty()) {
                countFirstSteps(ProcessKey.CONNECTIONS, event, there);
                if (!there) {
                    forgetStepsOfOtherRules();
                }
            }
        }
    }

    /** Where rules have changed meanwhile, what those of the old have counted would else never go: no buckets go with this node. */
    private void forgetStepsOfOtherRules() {
        var node = node(ProcessKey.CONNECTIONS);
        var known = node.withFirstStepsOf(meaning -> plan.correlation(meaning).isPresent());
        if (!known.equals(node)) {
            put(ProcessKey.CONNECTIONS, known);
        }
    }

    /** What a change was to a bucket. */
    private enum Use {
        /** There was nothing to change, or no room for it. */
        SAME,
        /** It was empty before. */
        BEGINS,
        /** It is empty now. */
        ENDS,
        /** It has something else in it. */
        GOES_ON
    }

    private Use changeBucket(String key, MatchedEvent event, BucketChange change) {
        return changeBucket(key, event, change, 0);
    }

    /** @param firstSteps how many events more the bucket has that may be first steps */
    private Use changeBucket(String key, MatchedEvent event, BucketChange change, int firstSteps) {
        long index = index(event);
        var node = node(key);
        // A bucket that the node does not list is not there: most begin so, and need not be looked for.
        var old = node.hasBucket(index) ? bucket(key, index) : ProcessBucket.EMPTY;
        var bucket = change.of(old);
        var use = use(old, bucket);
        if (use != Use.SAME) {
            var listed = use == Use.ENDS
                    ? node.withoutBucket(index)
                    : node.withEvent(event.event().time().micros());
            var counted = firstSteps == 0 ? listed : withFirstSteps(listed, event, firstSteps);
            memory.putProcess(key, counted.isEmpty() ? ProcessNode.EMPTY : counted, index, bucket);
        }
        return use;
    }

    /** What it is to have the one in the place of the other, where that is no more than a bucket may have. */
    private Use use(ProcessBucket old, ProcessBucket bucket) {
        if (bucket.children().size() > bounds.processEvents() || bucket.events().size() > bounds.processEvents()) {
            boundsReached++;
            return Use.SAME;
        }
        if (bucket.children().size() == old.children().size()
                && bucket.events().size() == old.events().size()) {
            return Use.SAME;
        }
        if (bucket.isEmpty()) {
            return Use.ENDS;
        }
        return old.isEmpty() ? Use.BEGINS : Use.GOES_ON;
    }

    private static long index(MatchedEvent event) {
        return HostReader.bucket(event.event().time().micros());
    }

    private ProcessBucket bucket(String key, long index) {
        return memory.processBucket(key, index).orElse(ProcessBucket.EMPTY);
    }

    private ProcessNode node(String guid) {
        return memory.process(guid).orElse(ProcessNode.EMPTY);
    }

    @SuppressWarnings("ReferenceEquality") // What was not changed is the very node.
    private void putIfOther(String key, ProcessNode known, ProcessNode node) {
        if (node != known) {
            put(key, node);
        }
    }

    private void put(String guid, ProcessNode node) {
        boolean isEmpty =
                guid.equals(ProcessKey.CONNECTIONS) ? node.firstSteps().isEmpty() : node.isEmpty();
        if (isEmpty) {
            memory.removeProcess(guid);
        } else {
            memory.putProcess(guid, node);
        }
    }
}
