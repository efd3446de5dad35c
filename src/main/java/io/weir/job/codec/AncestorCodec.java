package io.weir.job.codec;

import io.weir.alert.Lineage.Ancestor;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of one process of a lineage. */
public final class AncestorCodec implements Codec<Ancestor> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Ancestor value, DataOutputView out) throws IOException {
        Wire.writeText(value.process(), out);
        Wire.writeText(value.pid(), out);
        Wire.writeText(value.image(), out);
        Wire.writeText(value.commandLine(), out);
        Wire.writeText(value.user(), out);
        Wire.writeText(value.started(), out);
    }

    @Override
    public Ancestor read(int version, DataInputView in) throws IOException {
        return new Ancestor(
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in));
    }
}
