package io.weir.job.source;

import io.weir.event.DecodeLimits;
import io.weir.event.EventDecoder;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;

/**
 * Reads files of {@linkplain RecordLines records}. The position in a checkpoint is the number of lines done and, inside a record that holds several events, the number
 * of those done: a restored reader counts its way there again, which a packed file needs in any case.
 *
 * @param longestLine in bytes; a longer line is one that cannot be read
 */
record LineFormat(int longestLine) implements BulkFormat<Telemetry, FileSourceSplit> {

    /** The format for lines as long as the decoder takes. */
    static LineFormat standard() {
        return new LineFormat(DecodeLimits.STANDARD.bytes());
    }

    @Override
    public Reader<Telemetry> createReader(Configuration configuration, FileSourceSplit split) throws IOException {
        return restoreReader(configuration, split);
    }

    @Override
    public Reader<Telemetry> restoreReader(Configuration configuration, FileSourceSplit split) throws IOException {
        var lines = LineReader.open(split.path(), longestLine);
        var decoder = new TelemetryDecoder(EventDecoder.standard());
        var reader = new TelemetryReader(lines, decoder, split.path().getPath());
        split.getReaderPosition().ifPresent(reader::resumeAt);
        return reader;
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<Telemetry> getProducedType() {
        return TelemetryCodec.TYPE;
    }
}
