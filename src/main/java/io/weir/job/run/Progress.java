package io.weir.job.run;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then how far a job is; a short one is over before. */
final class Progress implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final int SECONDS_BETWEEN = 10;
    private static final int PATIENCE_SECONDS = 5;

    private final ScheduledExecutorService clock;

    private Progress(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** Says nothing. */
    static Progress none() {
        return new Progress(daemon());
    }

    static Progress of(JobClient job, Consumer<String> out, long start) {
        var clock = daemon();
        var unused = clock.scheduleAtFixedRate(
                () -> say(job, out, start), SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        return new Progress(clock);
    }

    private static ScheduledExecutorService daemon() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "weir-progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void say(JobClient job, Consumer<String> out, long start) {
        try {
            var counted = job.getAccumulators().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            out.accept(Totals.of(counted, Duration.ofNanos(System.nanoTime() - start))
                    .line());
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.debug("the job does not say how far it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
