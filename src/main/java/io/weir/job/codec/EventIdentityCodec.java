package io.weir.job.codec;

import io.weir.event.EventIdentity;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of an {@link EventIdentity}. */
public final class EventIdentityCodec implements Codec<EventIdentity> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(EventIdentity identity, DataOutputView out) throws IOException {
        Wire.writeText(identity.id(), out);
        Wire.writeText(identity.contentHash(), out);
    }

    @Override
    public EventIdentity read(int version, DataInputView in) throws IOException {
        return new EventIdentity(Wire.readText(in), Wire.readText(in));
    }
}
