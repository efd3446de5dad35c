package io.weir.job.sink;

import java.io.IOException;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.CheckpointRollingPolicy;

/** A part file ends with its checkpoint, or before where it has grown large. */
final class PartSize<T> extends CheckpointRollingPolicy<T, String> {

    private static final long LARGE = 128L << 20;

    @Override
    public boolean shouldRollOnEvent(PartFileInfo<String> part, T record) throws IOException {
        return part.getSize() >= LARGE;
    }

    @Override
    public boolean shouldRollOnProcessingTime(PartFileInfo<String> part, long now) {
        return false;
    }
}
