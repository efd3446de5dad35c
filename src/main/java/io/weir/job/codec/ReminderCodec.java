package io.weir.job.codec;

import io.weir.correlate.HostMemory.LinkedGroup;
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
        Wire.writeText(value.group().meaning(), out);
        Wire.writeText(value.group().process(), out);
        Wire.writeList(value.group().values(), Wire::writeText, out);
        out.writeLong(value.bucket());
    }

    @Override
    public Reminder read(int version, DataInputView in) throws IOException {
        var event = Wire.readText(in);
        var group = new LinkedGroup(Wire.readText(in), Wire.readText(in), Wire.readList(Wire::readText, in));
        return new Reminder(event, group, in.readLong());
    }
}
