package io.weir.job.sink;

import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A folder that records go to, as lines of part files. A part is finished, and its hidden name made a visible one, with the checkpoint
 * that covers it: whoever reads finished parts sees each line once.
 *
 * @param folder on any file system that Flink knows
 * @param prefix what the names of the parts begin with; they end with {@link #SUFFIX}
 */
public record FolderSink(Path folder, String prefix) {

    /** What the names of the parts end with. */
    public static final String SUFFIX = ".jsonl";

    /** What writes to the folder the records that elements become. */
    public <T> Sink<T> sink(SerializableFunction<T, OutboundRecord> outbound) {
        return FileSink.forRowFormat(folder, lines(outbound))
                .withBucketAssigner(new BasePathBucketAssigner<>())
                .withRollingPolicy(new PartSize<>())
                .withOutputFileConfig(new OutputFileConfig(prefix, SUFFIX))
                .build();
    }

    private static <T> Encoder<T> lines(SerializableFunction<T, OutboundRecord> outbound) {
        return (element, out) -> {
            out.write(outbound.apply(element).line());
            out.write('\n');
        };
    }
}
