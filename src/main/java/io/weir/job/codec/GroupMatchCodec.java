package io.weir.job.codec;

import io.weir.alert.Lineage;
import io.weir.correlate.GroupMatch;
import io.weir.match.MatchedEvent;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link GroupMatch}: what crosses the shuffle from a host to a group. */
public final class GroupMatchCodec implements Codec<GroupMatch> {

    private static final Codec<MatchedEvent> EVENT = new MatchedEventCodec();
    private static final Codec<Lineage> LINEAGE = new LineageCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(GroupMatch value, DataOutputView out) throws IOException {
        Wire.writeText(value.meaning(), out);
        Wire.writeList(value.values(), Wire::writeText, out);
        EVENT.writeVersioned(value.event(), out);
        Wire.writeList(value.lineage(), LINEAGE::writeVersioned, out);
        out.writeBoolean(value.withdrawn());
    }

    @Override
    public GroupMatch read(int version, DataInputView in) throws IOException {
        return new GroupMatch(
                Wire.readText(in),
                Wire.readList(Wire::readText, in),
                EVENT.readVersioned(in),
                Wire.readList(LINEAGE::readVersioned, in),
                in.readBoolean());
    }
}
