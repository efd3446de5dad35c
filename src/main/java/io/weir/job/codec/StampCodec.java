package io.weir.job.codec;

import io.weir.event.Stamp;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link Stamp}. */
public final class StampCodec implements Codec<Stamp> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Stamp stamp, DataOutputView out) throws IOException {
        out.writeLong(stamp.micros());
        out.writeLong(stamp.precisionMicros());
    }

    @Override
    public Stamp read(int version, DataInputView in) throws IOException {
        return new Stamp(in.readLong(), in.readLong());
    }
}
