package io.weir.job.codec;

import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.HostMemory.Settlement;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what a host may have to tell later, in state. */
public final class SettlementCodec implements Codec<Settlement> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Settlement value, DataOutputView out) throws IOException {
        writeGroup(value.group(), out);
        out.writeLong(value.at());
    }

    @Override
    public Settlement read(int version, DataInputView in) throws IOException {
        return new Settlement(readGroup(in), in.readLong());
    }

    static void writeGroup(LinkedGroup group, DataOutputView out) throws IOException {
        Wire.writeText(group.meaning(), out);
        Wire.writeText(group.process(), out);
        Wire.writeList(group.values(), Wire::writeText, out);
    }

    static LinkedGroup readGroup(DataInputView in) throws IOException {
        return new LinkedGroup(Wire.readText(in), Wire.readText(in), Wire.readList(Wire::readText, in));
    }
}
