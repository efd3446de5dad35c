package io.weir.job.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Lets elements through slowly and fails once, between two checkpoints, after the first of them. */
public final class FailingOnce<T> extends RichMapFunction<T, T> implements CheckpointListener {

    private static final long PAUSE_NANOS = 1_000_000;
    private static final int ELEMENTS_AFTER_CHECKPOINT = 20;

    private final String trace;
    private final AtomicBoolean isCheckpointed = new AtomicBoolean();
    private int seen;

    /** Leaves a file of that name where it has failed. */
    public FailingOnce(Path trace) {
        this.trace = trace.toString();
    }

    @Override
    public T map(T element) throws IOException {
        LockSupport.parkNanos(PAUSE_NANOS);
        boolean isFirstAttempt = getRuntimeContext().getTaskInfo().getAttemptNumber() == 0;
        if (isFirstAttempt && isCheckpointed.get() && ++seen > ELEMENTS_AFTER_CHECKPOINT) {
            Files.writeString(Path.of(trace), "failed");
            throw new IllegalStateException("fails once, as it should");
        }
        return element;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        isCheckpointed.set(true);
    }
}
