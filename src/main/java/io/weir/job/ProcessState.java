package io.weir.job;

import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.NodeAndBucket;
import io.weir.job.codec.ProcessBucketCodec;
import io.weir.job.codec.ProcessNodeCodec;
import java.util.Optional;

/**
 * What the current host knows of its processes, and keeps under other keys: the first bucket of each stays with its node as long as it is small, further ones have
 * entries of their own, as all had in the states of earlier builds.
 */
final class ProcessState {

    /** No bucket with more in it stays with its node, which is to be read quickly. */
    private static final int MOST_WITH_NODE = 16;

    private final KeyedState<String, NodeAndBucket> nodes;
    private final KeyedState<String, ProcessBucket> buckets;

    /** Opens states whose names never change once released. */
    ProcessState(AtHand atHand) {
        this.nodes =
                atHand.map("processes", new CodecType<>(NodeAndBucket.class, new ProcessNodeCodec()), HeapSize::of);
        this.buckets = atHand.map(
                "process-buckets", new CodecType<>(ProcessBucket.class, new ProcessBucketCodec()), HeapSize::of);
    }

    Optional<ProcessNode> node(String key) {
        return nodes.get(key).map(NodeAndBucket::node);
    }

    void putNode(String key, ProcessNode node) {
        put(key, known(key).with(node));
    }

    private NodeAndBucket known(String key) {
        return nodes.get(key).orElse(NodeAndBucket.EMPTY);
    }

    private void put(String key, NodeAndBucket known) {
        if (known.isEmpty()) {
            nodes.remove(key);
        } else {
            nodes.put(key, known);
        }
    }

    Optional<ProcessBucket> bucket(String key, long index) {
        var known = known(key);
        return known.hasBucket(index) ? Optional.of(known.bucket()) : apart(key, index);
    }

    void putBucket(String key, long index, ProcessBucket bucket) {
        var known = known(key);
        boolean isSmall = bucket.children().size() + bucket.events().size() <= MOST_WITH_NODE;
        if (isSmall && (known.hasBucket(index) || isFirst(known, key, index))) {
            nodes.put(key, known.with(index, bucket));
        } else {
            if (known.hasBucket(index)) {
                put(key, known.withoutBucket());
            }
            buckets.put(key(key, index), bucket);
        }
    }

    /** No node lists the buckets of a connection, so where none does there may be one all the same. */
    private boolean isFirst(NodeAndBucket known, String key, long index) {
        return !known.hasBucket()
                && known.node().buckets().isEmpty()
                && apart(key, index).isEmpty();
    }

    /** A bucket that has an entry of its own. */
    private Optional<ProcessBucket> apart(String key, long index) {
        return buckets.isKnownEmpty() ? Optional.empty() : buckets.get(key(key, index));
    }

    void removeBucket(String key, long index) {
        var known = known(key);
        if (known.hasBucket(index)) {
            put(key, known.withoutBucket());
        } else {
            buckets.remove(key(key, index));
        }
    }

    private static String key(String key, long index) {
        return index + "\0" + key;
    }
}
