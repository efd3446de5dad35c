package io.weir.job.codec;

import io.weir.correlate.NamedPids;
import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import java.util.List;

/**
 * What a host's state keeps of a process, or under another key, in one entry: the node, and one of its buckets while that is small. Most processes do what they do in
 * one stretch of time, and then it is one look, one change and one writing where there were two.
 *
 * @param node empty where there is only a bucket
 * @param index of the bucket
 * @param bucket {@link #NO_BUCKET} where all buckets are elsewhere
 */
public record NodeAndBucket(ProcessNode node, long index, ProcessBucket bucket) {

    static final ProcessBucket NO_BUCKET = new ProcessBucket(List.of(), List.of(), NamedPids.NONE);

    /** Nothing is known. */
    public static final NodeAndBucket EMPTY = of(ProcessNode.EMPTY);

    static NodeAndBucket of(ProcessNode node) {
        return new NodeAndBucket(node, 0, NO_BUCKET);
    }

    /** Whether there is nothing to keep. */
    public boolean isEmpty() {
        return !hasBucket() && node.equals(ProcessNode.EMPTY);
    }

    /** Whether it has a bucket, be it which it may. */
    public boolean hasBucket() {
        return !bucket.children().isEmpty() || !bucket.events().isEmpty();
    }

    /** Whether it has the bucket of that index. */
    public boolean hasBucket(long which) {
        return index == which && hasBucket();
    }

    /** The same with another node; the very same with its own. */
    @SuppressWarnings("ReferenceEquality") // Whoever changes a node makes another one.
    public NodeAndBucket with(ProcessNode other) {
        return other == node ? this : new NodeAndBucket(other, index, bucket);
    }

    /** The same with another bucket. */
    public NodeAndBucket with(long otherIndex, ProcessBucket other) {
        return new NodeAndBucket(node, otherIndex, other);
    }

    /** The same with no bucket. */
    public NodeAndBucket withoutBucket() {
        return of(node);
    }
}
