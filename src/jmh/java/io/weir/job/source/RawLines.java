package io.weir.job.source;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.SimpleSplitAssigner;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** Files cut into lines as {@link InputFiles} cuts them, and nothing more: what reading alone costs. */
public final class RawLines implements BulkFormat<byte[], FileSourceSplit> {

    private static final long serialVersionUID = 1L;
    private static final int BATCH = 256;

    /** The lines of these files. */
    public static FileSource<byte[]> of(InputFiles files) {
        return FileSource.forBulkFileFormat(new RawLines(), files.paths().toArray(Path[]::new))
                .setFileEnumerator(TelemetryFiles::new)
                .setSplitAssigner(SimpleSplitAssigner::new)
                .build();
    }

    @Override
    public Reader<byte[]> createReader(Configuration configuration, FileSourceSplit split) throws IOException {
        return new LinesReader(
                LineReader.open(split.path(), LineFormat.standard().longestLine()));
    }

    @Override
    public Reader<byte[]> restoreReader(Configuration configuration, FileSourceSplit split) {
        throw new UnsupportedOperationException("a benchmark that fails is run again, not restored");
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
        return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }

    private record LinesReader(LineReader lines) implements BulkFormat.Reader<byte[]> {

        @Override
        public BulkFormat.@Nullable RecordIterator<byte[]> readBatch() throws IOException {
            var batch = new ArrayList<byte[]>(BATCH);
            for (var line = lines.next(); line != null; line = lines.next()) {
                batch.add(line.bytes());
                if (batch.size() == BATCH) {
                    break;
                }
            }
            return batch.isEmpty() ? null : iterator(batch);
        }

        private static BulkFormat.RecordIterator<byte[]> iterator(ArrayList<byte[]> batch) {
            var records = new ArrayResultIterator<byte[]>();
            records.set(batch.toArray(byte[][]::new), batch.size(), 0, 0);
            return records;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
