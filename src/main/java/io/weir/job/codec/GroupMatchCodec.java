package io.weir.job.codec;

import io.weir.correlate.GroupMatch;
import io.weir.correlate.Witness;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link GroupMatch}: what crosses the shuffle from a host to a group, and from there to the groups of later stages. */
public final class GroupMatchCodec implements Codec<GroupMatch> {

    private static final Codec<Witness> WITNESS = new WitnessCodec();

    /** Version 1 had no alerts among the matches. */
    @Override
    public byte version() {
        return 2;
    }

    @Override
    public void write(GroupMatch value, DataOutputView out) throws IOException {
        Wire.writeText(value.meaning(), out);
        Wire.writeList(value.values(), Wire::writeText, out);
        WITNESS.writeVersioned(value.witness(), out);
        out.writeBoolean(value.withdrawn());
    }

    @Override
    public GroupMatch read(int version, DataInputView in) throws IOException {
        return new GroupMatch(
                Wire.readText(in),
                Wire.readList(Wire::readText, in),
                version == 1 ? WitnessCodec.readEvent(in) : WITNESS.readVersioned(in),
                in.readBoolean());
    }
}
