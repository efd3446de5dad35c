package io.weir.job.codec;

import io.weir.incident.Span;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link Span}, in state. */
public final class SpanCodec implements Codec<Span> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Span value, DataOutputView out) throws IOException {
        out.writeLong(value.first());
        out.writeLong(value.last());
        out.writeLong(value.incident());
    }

    @Override
    public Span read(int version, DataInputView in) throws IOException {
        return new Span(in.readLong(), in.readLong(), in.readLong());
    }
}
