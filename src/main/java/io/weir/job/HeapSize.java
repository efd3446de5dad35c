package io.weir.job;

import io.weir.correlate.GroupMatch;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.HistoryPage;
import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import io.weir.correlate.Witness;
import io.weir.incident.Enrolled;
import io.weir.incident.Incident;
import io.weir.job.codec.NodeAndBucket;
import io.weir.match.MatchedEvent;
import java.util.Collection;

/** How much of the heap what the operators keep takes, in bytes, roughly: that it is bounded matters, not where. */
final class HeapSize {

    /** A text of some thirty letters, and what holds it. */
    private static final int TEXT = 100;

    private static final int EVENT = 1_500;
    private static final int MATCH = 800;
    private static final int ANCESTOR = 600;
    private static final int PLACED = 400;
    private static final int PAGE = 250;
    private static final int TOLD = 400;
    private static final int NODE = 400;
    private static final int MEMBER = 1_500;
    private static final int STAGE = 800;

    private HeapSize() {}

    static int of(MatchedEvent event) {
        var facts = event.event();
        int texts = facts.process().commandLine().length()
                + facts.process().parentCommandLine().length();
        for (var value : facts.fields().values()) {
            texts += TEXT + value.length();
        }
        return EVENT + texts + MATCH * event.matches().size();
    }

    static int of(GroupMatch match) {
        return TEXT * (1 + match.values().size()) + of(match.witness());
    }

    private static int of(Witness witness) {
        int size = of(witness.event());
        for (var lineage : witness.lineage()) {
            size += ANCESTOR * lineage.chain().size();
        }
        for (var event : witness.evidence()) {
            size += of(event);
        }
        return size;
    }

    static int of(NodeAndBucket process) {
        return of(process.node()) + (process.hasBucket() ? of(process.bucket()) : 0);
    }

    private static int of(ProcessNode node) {
        return NODE
                + TEXT
                        * (node.starts().size()
                                + node.buckets().size()
                                + node.firstSteps().size());
    }

    static int of(ProcessBucket bucket) {
        return TEXT
                * (2
                        + bucket.children().size()
                        + bucket.events().size()
                        + bucket.pids().counts().size());
    }

    static int of(HistoryBucket bucket) {
        return of(bucket.tail())
                + PAGE * bucket.pages().size()
                + TOLD * bucket.told().size();
    }

    static int of(HistoryPage page) {
        return TEXT
                + PLACED * page.placed().size()
                + TEXT * page.before().recent().size();
    }

    static int of(Enrolled member) {
        return MEMBER + TEXT * member.member().ties().size();
    }

    static int of(Incident incident) {
        return NODE
                + TEXT * incident.alerts().size()
                + STAGE * incident.stages().size();
    }

    static int of(Collection<?> small) {
        return TEXT * (1 + small.size());
    }
}
