package io.weir.job.codec;

import io.weir.correlate.Finding;
import io.weir.correlate.Position;
import io.weir.correlate.Told;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what made an alert. */
public final class ToldCodec implements Codec<Told> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Told value, DataOutputView out) throws IOException {
        out.writeLong(value.at().micros());
        Wire.writeText(value.at().event(), out);
        Wire.writeList(value.finding().evidence(), Wire::writeText, out);
        Wire.writeText(value.finding().measured(), out);
    }

    @Override
    public Told read(int version, DataInputView in) throws IOException {
        var at = new Position(in.readLong(), Wire.readText(in));
        return new Told(at, new Finding(Wire.readList(Wire::readText, in), Wire.readText(in)));
    }
}
