package io.weir.job.codec;

import io.weir.incident.Tie;
import io.weir.incident.Tie.Bond;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link Tie}. */
public final class TieCodec implements Codec<Tie> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Tie value, DataOutputView out) throws IOException {
        Wire.writeText(value.bond().name(), out);
        Wire.writeText(value.key(), out);
        out.writeLong(value.first());
        out.writeLong(value.last());
    }

    @Override
    public Tie read(int version, DataInputView in) throws IOException {
        return new Tie(Bond.valueOf(Wire.readText(in)), Wire.readText(in), in.readLong(), in.readLong());
    }
}
