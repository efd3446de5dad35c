package io.weir.job.codec;

import io.weir.correlate.PageSummary;
import io.weir.correlate.Position;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what a bucket knows of one of its pages. */
public final class PageSummaryCodec implements Codec<PageSummary> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(PageSummary value, DataOutputView out) throws IOException {
        Wire.writeCount(value.number(), out);
        out.writeLong(value.first().micros());
        Wire.writeText(value.first().event(), out);
        out.writeLong(value.last());
        Wire.writeCount(value.size(), out);
        out.writeLong(value.steps());
        Wire.writeText(value.sum().toString(), out);
    }

    @Override
    public PageSummary read(int version, DataInputView in) throws IOException {
        return new PageSummary(
                Wire.readCount(Integer.MAX_VALUE, in),
                new Position(in.readLong(), Wire.readText(in)),
                in.readLong(),
                Wire.readCount(Integer.MAX_VALUE, in),
                in.readLong(),
                new BigDecimal(Wire.readText(in)));
    }
}
