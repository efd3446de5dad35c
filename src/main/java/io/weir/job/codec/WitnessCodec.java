package io.weir.job.codec;

import io.weir.alert.Lineage;
import io.weir.correlate.Witness;
import io.weir.match.MatchedEvent;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link Witness}. The events that made an alert are no alerts themselves: nothing goes deeper than that. */
public final class WitnessCodec implements Codec<Witness> {

    private static final Codec<MatchedEvent> EVENT = new MatchedEventCodec();
    private static final Codec<Lineage> LINEAGE = new LineageCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Witness value, DataOutputView out) throws IOException {
        writeEvent(value, out);
        Wire.writeList(value.evidence(), WitnessCodec::writeEvent, out);
    }

    private static void writeEvent(Witness value, DataOutputView out) throws IOException {
        EVENT.writeVersioned(value.event(), out);
        Wire.writeList(value.lineage(), LINEAGE::writeVersioned, out);
    }

    @Override
    public Witness read(int version, DataInputView in) throws IOException {
        var alone = readEvent(in);
        return new Witness(alone.event(), alone.lineage(), Wire.readList(WitnessCodec::readEvent, in));
    }

    /** Reads an event with its lineage and no evidence, as version 1 of {@link GroupMatchCodec} wrote it, too. */
    static Witness readEvent(DataInputView in) throws IOException {
        return new Witness(EVENT.readVersioned(in), Wire.readList(LINEAGE::readVersioned, in), List.of());
    }
}
