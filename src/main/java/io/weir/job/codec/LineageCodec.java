package io.weir.job.codec;

import io.weir.alert.Lineage;
import io.weir.alert.Lineage.Ancestor;
import io.weir.alert.Lineage.End;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link Lineage}. */
public final class LineageCodec implements Codec<Lineage> {

    private static final Codec<Ancestor> ANCESTOR = new AncestorCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Lineage value, DataOutputView out) throws IOException {
        Wire.writeText(value.process(), out);
        Wire.writeList(value.chain(), ANCESTOR::writeVersioned, out);
        Wire.writeText(value.end().name(), out);
    }

    @Override
    public Lineage read(int version, DataInputView in) throws IOException {
        return new Lineage(
                Wire.readText(in), Wire.readList(ANCESTOR::readVersioned, in), End.valueOf(Wire.readText(in)));
    }
}
