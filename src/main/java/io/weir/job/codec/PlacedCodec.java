package io.weir.job.codec;

import io.weir.correlate.Placed;
import io.weir.event.Stamp;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of an event's place in the history of a group. */
public final class PlacedCodec implements Codec<Placed> {

    private static final Codec<Stamp> STAMP = new StampCodec();

    /** Version 1 had no values. */
    @Override
    public byte version() {
        return 2;
    }

    @Override
    public void write(Placed value, DataOutputView out) throws IOException {
        Wire.writeText(value.event(), out);
        STAMP.writeVersioned(value.time(), out);
        Wire.writeText(value.source(), out);
        out.writeLong(value.recordNumber());
        Wire.writeText(value.process(), out);
        out.writeBoolean(value.start());
        Wire.writeList(value.steps(), Wire::writeCount, out);
        Wire.writeText(value.value(), out);
    }

    @Override
    public Placed read(int version, DataInputView in) throws IOException {
        return new Placed(
                Wire.readText(in),
                STAMP.readVersioned(in),
                Wire.readText(in),
                in.readLong(),
                Wire.readText(in),
                in.readBoolean(),
                Wire.readList(steps -> Wire.readCount(Integer.MAX_VALUE, steps), in),
                version == 1 ? "" : Wire.readText(in));
    }
}
