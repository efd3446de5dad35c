package io.weir.job.codec;

import io.weir.correlate.ProcessBucket;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what one process did in one stretch of time, in state. */
public final class ProcessBucketCodec implements Codec<ProcessBucket> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(ProcessBucket value, DataOutputView out) throws IOException {
        Wire.writeList(value.children(), Wire::writeText, out);
        Wire.writeList(value.events(), Wire::writeText, out);
    }

    @Override
    public ProcessBucket read(int version, DataInputView in) throws IOException {
        return new ProcessBucket(Wire.readList(Wire::readText, in), Wire.readList(Wire::readText, in));
    }
}
