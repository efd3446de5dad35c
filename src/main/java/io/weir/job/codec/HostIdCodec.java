package io.weir.job.codec;

import io.weir.event.HostId;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link HostId}. */
public final class HostIdCodec implements Codec<HostId> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(HostId host, DataOutputView out) throws IOException {
        Wire.writeText(host.name(), out);
    }

    @Override
    public HostId read(int version, DataInputView in) throws IOException {
        return new HostId(Wire.readText(in));
    }
}
