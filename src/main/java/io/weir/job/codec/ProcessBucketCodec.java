package io.weir.job.codec;

import io.weir.correlate.NamedPids;
import io.weir.correlate.ProcessBucket;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what one process did in one stretch of time, in state. */
public final class ProcessBucketCodec implements Codec<ProcessBucket> {

    /** Version 1 did not say which process ids the events name. */
    @Override
    public byte version() {
        return 2;
    }

    @Override
    public void write(ProcessBucket value, DataOutputView out) throws IOException {
        Wire.writeList(value.children(), Wire::writeText, out);
        Wire.writeList(value.events(), Wire::writeText, out);
        out.writeBoolean(value.pids().areKnown());
        Wire.writeSorted(value.pids().counts(), Wire::writeCount, out);
    }

    @Override
    public ProcessBucket read(int version, DataInputView in) throws IOException {
        return new ProcessBucket(
                Wire.readList(Wire::readText, in),
                Wire.readList(Wire::readText, in),
                version == 1 ? NamedPids.UNKNOWN : readPids(in));
    }

    private static NamedPids readPids(DataInputView in) throws IOException {
        boolean areKnown = in.readBoolean();
        return new NamedPids(Wire.readSorted(source -> Wire.readCount(Integer.MAX_VALUE, source), in), areKnown);
    }
}
