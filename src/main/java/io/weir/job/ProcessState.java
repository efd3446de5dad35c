package io.weir.job;

import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.NodeAndBucket;
import io.weir.job.codec.ProcessBucketCodec;
import io.weir.job.codec.ProcessNodeCodec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the current host knows of its processes, and keeps under other keys: the first bucket of each stays with its node as long as it is small, further ones have
 * entries of their own, as all had in the states of earlier builds.
 */
final class ProcessState {

    /** No bucket with more in it stays with its node, which is to be read quickly. */
    private static final int MOST_WITH_NODE = 16;

    private final KeyedState<String, NodeAndBucket> nodes;
    private final KeyedState<String, ProcessBucket> buckets;

    /** What was asked for last, by the very text: one change asks four times. */
    private @Nullable String lastKey;

    private NodeAndBucket last = NodeAndBucket.EMPTY;

    /** Opens states whose names never change once released. */
    ProcessState(AtHand atHand) {
        this.nodes =
                atHand.map("processes", new CodecType<>(NodeAndBucket.class, new ProcessNodeCodec()), HeapSize::of);
        this.buckets = atHand.map(
                "process-buckets", new CodecType<>(ProcessBucket.class, new ProcessBucketCodec()), HeapSize::of);
    }

    /** Another host may be in hand. */
    void begin() {
        lastKey = null;
    }

    Optional<ProcessNode> node(String key) {
        var known = known(key);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.node());
    }

    void putNode(String key, ProcessNode node) {
        change(key, known(key), known(key).with(node));
    }

    @SuppressWarnings("ReferenceEquality") // Whoever changes something asks and puts with one text.
    private NodeAndBucket known(String key) {
        if (key != lastKey) {
            last = nodes.get(key).orElse(NodeAndBucket.EMPTY);
            lastKey = key;
        }
        return last;
    }

    @SuppressWarnings("ReferenceEquality") // What was not changed is the very entry.
    private void change(String key, NodeAndBucket known, NodeAndBucket next) {
        if (next == known) {
            return;
        }
        lastKey = null;
        if (next.isEmpty()) {
            nodes.remove(key);
        } else {
            nodes.put(key, next);
        }
    }

    Optional<ProcessBucket> bucket(String key, long index) {
        var known = known(key);
        return known.hasBucket(index) ? Optional.of(known.bucket()) : apart(key, index);
    }

    void putBucket(String key, long index, ProcessBucket bucket) {
        var known = known(key);
        // No node lists the buckets of a connection, so where none does there may be one all the same.
        boolean isFirst = isFirst(known) && apart(key, index).isEmpty();
        change(key, known, with(known, key, index, bucket, isFirst));
    }

    /** A node and one of its buckets at once. */
    void put(String key, ProcessNode node, long index, ProcessBucket bucket) {
        var known = known(key);
        change(key, known, with(known, key, index, bucket, isFirst(known)).with(node));
    }

    /** With the bucket, or without it, where it is empty or now has an entry of its own. */
    private NodeAndBucket with(NodeAndBucket known, String key, long index, ProcessBucket bucket, boolean isFirst) {
        int size = bucket.children().size() + bucket.events().size();
        boolean isHere = known.hasBucket(index);
        if (size > 0 && size <= MOST_WITH_NODE && (isHere || isFirst)) {
            return known.with(index, bucket);
        }
        if (size > 0) {
            buckets.put(key(key, index), bucket);
        } else if (!isHere) {
            buckets.remove(key(key, index));
        }
        return isHere ? known.withoutBucket() : known;
    }

    /** Whether neither a bucket is with the node nor does it list one. */
    private static boolean isFirst(NodeAndBucket known) {
        return !known.hasBucket() && known.node().buckets().isEmpty();
    }

    /** A bucket that has an entry of its own. */
    private Optional<ProcessBucket> apart(String key, long index) {
        return buckets.isKnownEmpty() ? Optional.empty() : buckets.get(key(key, index));
    }

    private static String key(String key, long index) {
        return index + "\0" + key;
    }
}
