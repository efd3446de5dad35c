package io.weir.job.codec;

import io.weir.correlate.Carry;
import io.weir.correlate.Episode;
import io.weir.correlate.Recent;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of what one has to know of a group's older events. */
public final class CarryCodec implements Codec<Carry> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Carry value, DataOutputView out) throws IOException {
        out.writeLong(value.episode().start());
        out.writeLong(value.episode().trueUntil());
        out.writeLong(value.episode().slot());
        Wire.writeList(value.recent(), CarryCodec::writeRecent, out);
    }

    private static void writeRecent(Recent recent, DataOutputView out) throws IOException {
        Wire.writeText(recent.key(), out);
        out.writeLong(recent.micros());
        Wire.writeText(recent.event(), out);
    }

    @Override
    public Carry read(int version, DataInputView in) throws IOException {
        return new Carry(readEpisode(in), Wire.readList(CarryCodec::readRecent, in));
    }

    /** Reads an episode, as version 1 of {@link HistoryBucketCodec} wrote it, too. */
    static Episode readEpisode(DataInputView in) throws IOException {
        return new Episode(in.readLong(), in.readLong(), in.readLong());
    }

    private static Recent readRecent(DataInputView in) throws IOException {
        return new Recent(Wire.readText(in), in.readLong(), Wire.readText(in));
    }
}
