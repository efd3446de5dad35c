package io.weir.job.source;

import java.util.Iterator;
import java.util.List;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;

/** Some records of a file, handed over at once. */
final class TelemetryBatch implements BulkFormat.RecordIterator<Telemetry> {

    private final Iterator<RecordAndPosition<Telemetry>> records;

    TelemetryBatch(List<RecordAndPosition<Telemetry>> records) {
        this.records = records.iterator();
    }

    @Override
    public @Nullable RecordAndPosition<Telemetry> next() {
        return records.hasNext() ? records.next() : null;
    }

    @Override
    public void releaseBatch() {
        // Nothing is kept for the next batch.
    }
}
