package io.weir.job.codec;

import io.weir.event.EventIdentity;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.SortedTexts;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of {@link EventFacts}. */
public final class EventFactsCodec implements Codec<EventFacts> {

    private static final Codec<EventIdentity> IDENTITY = new EventIdentityCodec();
    private static final Codec<HostId> HOST = new HostIdCodec();
    private static final Codec<Stamp> STAMP = new StampCodec();
    private static final Codec<ProcessFacts> PROCESS = new ProcessFactsCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(EventFacts event, DataOutputView out) throws IOException {
        IDENTITY.writeVersioned(event.identity(), out);
        HOST.writeVersioned(event.host(), out);
        STAMP.writeVersioned(event.time(), out);
        STAMP.writeVersioned(event.arrival(), out);
        Wire.writeText(event.channel(), out);
        out.writeLong(event.recordNumber());
        PROCESS.writeVersioned(event.process(), out);
        Wire.writeTexts(SortedTexts.of(event.fields()), out);
    }

    @Override
    public EventFacts read(int version, DataInputView in) throws IOException {
        return new EventFacts(
                IDENTITY.readVersioned(in),
                HOST.readVersioned(in),
                STAMP.readVersioned(in),
                STAMP.readVersioned(in),
                Wire.readText(in),
                in.readLong(),
                PROCESS.readVersioned(in),
                Wire.readTexts(in));
    }
}
