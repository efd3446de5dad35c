package io.weir.job.codec;

import io.weir.correlate.Carry;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.HistoryPage;
import io.weir.correlate.PageSummary;
import io.weir.correlate.Placed;
import io.weir.correlate.Told;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of one stretch of a group's history, in state. */
public final class HistoryBucketCodec implements Codec<HistoryBucket> {

    private static final Codec<Placed> PLACED = new PlacedCodec();
    private static final Codec<PageSummary> PAGE = new PageSummaryCodec();
    private static final Codec<HistoryPage> TAIL = new HistoryPageCodec();
    private static final Codec<Told> TOLD = new ToldCodec();

    /** Version 1 had no pages, and did not say what was told. */
    @Override
    public byte version() {
        return 2;
    }

    @Override
    public void write(HistoryBucket value, DataOutputView out) throws IOException {
        Wire.writeList(value.pages(), PAGE::writeVersioned, out);
        TAIL.writeVersioned(value.tail(), out);
        Wire.writeList(value.told(), TOLD::writeVersioned, out);
    }

    @Override
    public HistoryBucket read(int version, DataInputView in) throws IOException {
        return version == 1
                ? readVersion1(in)
                : new HistoryBucket(
                        Wire.readList(PAGE::readVersioned, in),
                        TAIL.readVersioned(in),
                        Wire.readList(TOLD::readVersioned, in));
    }

    private static HistoryBucket readVersion1(DataInputView in) throws IOException {
        var placed = Wire.readList(PLACED::readVersioned, in);
        var before = new Carry(CarryCodec.readEpisode(in), List.of());
        return new HistoryBucket(List.of(), new HistoryPage(before, placed), List.of());
    }
}
