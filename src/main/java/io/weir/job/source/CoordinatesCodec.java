package io.weir.job.source;

import io.weir.job.codec.Codec;
import io.weir.job.codec.Wire;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of {@link Coordinates}. */
public final class CoordinatesCodec implements Codec<Coordinates> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Coordinates from, DataOutputView out) throws IOException {
        Wire.writeText(from.place(), out);
        out.writeInt(from.partition());
        out.writeLong(from.number());
        out.writeInt(from.index());
    }

    @Override
    public Coordinates read(int version, DataInputView in) throws IOException {
        return new Coordinates(Wire.readText(in), in.readInt(), in.readLong(), in.readInt());
    }
}
