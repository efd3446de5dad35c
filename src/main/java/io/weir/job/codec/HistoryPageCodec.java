package io.weir.job.codec;

import io.weir.correlate.Carry;
import io.weir.correlate.HistoryPage;
import io.weir.correlate.Placed;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of some events of a group's history, in state. */
public final class HistoryPageCodec implements Codec<HistoryPage> {

    private static final Codec<Carry> CARRY = new CarryCodec();
    private static final Codec<Placed> PLACED = new PlacedCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(HistoryPage value, DataOutputView out) throws IOException {
        CARRY.writeVersioned(value.before(), out);
        Wire.writeList(value.placed(), PLACED::writeVersioned, out);
    }

    @Override
    public HistoryPage read(int version, DataInputView in) throws IOException {
        return new HistoryPage(CARRY.readVersioned(in), Wire.readList(PLACED::readVersioned, in));
    }
}
