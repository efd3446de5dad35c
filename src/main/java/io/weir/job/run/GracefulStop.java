package io.weir.job.run;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a job with a savepoint when its process is asked to end (Ctrl-C), and waits, but not for ever, for it to say its last words. */
final class GracefulStop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Thread> hook = new AtomicReference<>();

    /** From now on the job is stopped when the process is asked to end. */
    void watch(JobClient job, Path savepoint) {
        var thread = new Thread(() -> stop(job, savepoint), "weir-graceful-stop");
        hook.set(thread);
        Runtime.getRuntime().addShutdownHook(thread);
    }

    private void stop(JobClient job, Path savepoint) {
        try {
            job.stopWithSavepoint(false, savepoint.toUri().toString(), SavepointFormatType.NATIVE)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the job did not end within {} s of its savepoint", PATIENCE_SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the job was not stopped in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The job has ended, and all is said about it. */
    @Override
    public void close() {
        ended.countDown();
        var thread = hook.get();
        if (thread == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            LOG.debug("the hook runs already", e);
        }
    }
}
