package io.weir.job.source;

import java.util.List;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.assigners.SimpleSplitAssigner;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Files as a source: of {@linkplain RecordLines records}, {@code .gz} ones unpacked, each read once from its beginning to its end.
 *
 * @param paths files, or folders of them at any depth; on any file system that Flink knows
 */
public record InputFiles(List<Path> paths) implements TelemetrySource {

    public InputFiles {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a run over files has a file");
        }
    }

    @Override
    public SingleOutputStreamOperator<Telemetry> addTo(StreamExecutionEnvironment environment) {
        return environment.fromSource(source(), EventClock.atTheEnd(), "telemetry", TelemetryCodec.TYPE);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.files(this);
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    private FileSource<Telemetry> source() {
        return FileSource.forBulkFileFormat(LineFormat.standard(), paths.toArray(Path[]::new))
                .setFileEnumerator(TelemetryFiles::new)
                .setSplitAssigner(SimpleSplitAssigner::new)
                .build();
    }
}
