package io.weir.job.source;

import io.weir.event.DecodeLimits;
import io.weir.event.Stamp;
import io.weir.event.Undecodable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;

/** Reads one file, some lines at a time. */
final class TelemetryReader implements BulkFormat.Reader<Telemetry> {

    private static final int ENOUGH_RECORDS = 256;
    private static final long ENOUGH_BYTES = 1 << 20;

    private final RecordLines lines;
    private final TelemetryDecoder decoder;
    private final String file;
    private CheckpointedPosition start = new CheckpointedPosition(0, 0);

    TelemetryReader(LineReader lines, TelemetryDecoder decoder, String file) {
        this.lines = new RecordLines(lines, DecodeLimits.STANDARD.bytes());
        this.decoder = decoder;
        this.file = file;
    }

    void resumeAt(CheckpointedPosition position) {
        start = position;
    }

    @Override
    public BulkFormat.@Nullable RecordIterator<Telemetry> readBatch() throws IOException {
        var batch = new ArrayList<RecordAndPosition<Telemetry>>();
        long bytes = 0;
        while (batch.size() < ENOUGH_RECORDS && bytes < ENOUGH_BYTES) {
            var line = lines.next();
            if (line == null) {
                return batch.isEmpty() ? null : new TelemetryBatch(batch);
            }
            bytes += line.bytes().length;
            if (line.number() > start.getOffset()) {
                addTo(batch, line);
            }
        }
        return new TelemetryBatch(batch);
    }

    private void addTo(List<RecordAndPosition<Telemetry>> batch, Line line) {
        var records = new ArrayList<Telemetry>();
        decode(line, records);
        for (int i = done(line); i < records.size(); i++) {
            boolean isLast = i == records.size() - 1;
            batch.add(new RecordAndPosition<>(
                    records.get(i), isLast ? line.number() : line.number() - 1, isLast ? 0 : i + 1L));
        }
    }

    private int done(Line line) {
        return line.number() == start.getOffset() + 1 ? (int) start.getRecordsAfterOffset() : 0;
    }

    private void decode(Line line, List<Telemetry> out) {
        var from = Coordinates.ofLine(file, line.number());
        if (!line.isWhole()) {
            out.add(new Telemetry.Unread(new Undecodable(line.problem(), line.bytes()), from));
        } else if (!line.isBlank()) {
            decoder.decode(line.bytes(), Stamp.NONE, from, out::add);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
