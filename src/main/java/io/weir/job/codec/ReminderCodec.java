package io.weir.job.codec;

import io.weir.correlate.HostMemory.Reminder;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what a host is to forget, in state. */
public final class ReminderCodec implements Codec<Reminder> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Reminder value, DataOutputView out) throws IOException {
        Wire.writeText(value.event(), out);
        SettlementCodec.writeGroup(value.group(), out);
        out.writeLong(value.bucket());
    }

    @Override
    public Reminder read(int version, DataInputView in) throws IOException {
        return new Reminder(Wire.readText(in), SettlementCodec.readGroup(in), in.readLong());
    }
}
