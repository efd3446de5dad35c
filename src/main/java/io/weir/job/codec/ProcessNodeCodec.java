package io.weir.job.codec;

import io.weir.correlate.ProcessNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what a host knows of one process, in state. */
public final class ProcessNodeCodec implements Codec<ProcessNode> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(ProcessNode value, DataOutputView out) throws IOException {
        Wire.writeList(value.starts(), Wire::writeText, out);
        Wire.writeList(List.copyOf(value.buckets()), (bucket, target) -> target.writeLong(bucket), out);
        Wire.writeSorted(value.firstSteps(), Wire::writeCount, out);
    }

    @Override
    public ProcessNode read(int version, DataInputView in) throws IOException {
        return new ProcessNode(
                Wire.readList(Wire::readText, in),
                new TreeSet<>(Wire.readList(DataInputView::readLong, in)),
                Wire.readSorted(source -> Wire.readCount(Integer.MAX_VALUE, source), in));
    }
}
