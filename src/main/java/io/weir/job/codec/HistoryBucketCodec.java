package io.weir.job.codec;

import io.weir.correlate.Episode;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.Placed;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of one stretch of a group's history, in state. */
public final class HistoryBucketCodec implements Codec<HistoryBucket> {

    private static final Codec<Placed> PLACED = new PlacedCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(HistoryBucket value, DataOutputView out) throws IOException {
        Wire.writeList(value.placed(), PLACED::writeVersioned, out);
        out.writeLong(value.before().start());
        out.writeLong(value.before().trueUntil());
        out.writeLong(value.before().slot());
    }

    @Override
    public HistoryBucket read(int version, DataInputView in) throws IOException {
        return new HistoryBucket(
                Wire.readList(PLACED::readVersioned, in), new Episode(in.readLong(), in.readLong(), in.readLong()));
    }
}
