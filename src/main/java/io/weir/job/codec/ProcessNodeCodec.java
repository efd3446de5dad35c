package io.weir.job.codec;

import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what a host knows of one process, in state. */
public final class ProcessNodeCodec implements Codec<NodeAndBucket> {

    private static final Codec<ProcessBucket> BUCKET = new ProcessBucketCodec();

    /** Version 1 had the node alone, and version 2 did not say when its last event was. */
    @Override
    public byte version() {
        return 3;
    }

    @Override
    public void write(NodeAndBucket value, DataOutputView out) throws IOException {
        var node = value.node();
        Wire.writeList(node.starts(), Wire::writeText, out);
        Wire.writeCount(node.buckets().size(), out);
        for (int i = 0; i < node.buckets().size(); i++) {
            out.writeLong(node.buckets().get(i));
        }
        Wire.writeSorted(node.firstSteps(), Wire::writeCount, out);
        Wire.writeCount(node.idleMillis(), out);
        out.writeBoolean(value.hasBucket());
        if (value.hasBucket()) {
            out.writeLong(value.index());
            BUCKET.writeVersioned(value.bucket(), out);
        }
    }

    @Override
    public NodeAndBucket read(int version, DataInputView in) throws IOException {
        var node = new ProcessNode(
                Wire.readList(Wire::readText, in),
                Wire.readList(DataInputView::readLong, in),
                Wire.readSorted(source -> Wire.readCount(Integer.MAX_VALUE, source), in),
                version > 2 ? Wire.readCount(Integer.MAX_VALUE, in) : 0);
        return version > 1 && in.readBoolean()
                ? new NodeAndBucket(node, in.readLong(), BUCKET.readVersioned(in))
                : NodeAndBucket.of(node);
    }
}
