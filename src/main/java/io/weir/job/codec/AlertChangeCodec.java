package io.weir.job.codec;

import io.weir.alert.AlertChange;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of an {@link AlertChange}: what goes to the sinks. */
public final class AlertChangeCodec implements Codec<AlertChange> {

    private static final int HELD_BACK = 2;
    private static final int RULES = 3;

    @Override
    public byte version() {
        return RULES;
    }

    @Override
    public void write(AlertChange value, DataOutputView out) throws IOException {
        Wire.writeText(value.id(), out);
        Wire.writeText(value.body(), out);
        out.writeLong(value.sequence());
        out.writeBoolean(value.bounded());
        out.writeLong(value.heldBack());
        Wire.writeText(value.rules(), out);
    }

    @Override
    public AlertChange read(int version, DataInputView in) throws IOException {
        return new AlertChange(
                Wire.readText(in),
                Wire.readText(in),
                in.readLong(),
                in.readBoolean(),
                version < HELD_BACK ? 0 : in.readLong(),
                version < RULES ? "" : Wire.readText(in));
    }
}
