package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.run.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.util.ExceptionUtils;

/** A live job that reads what a test sends, until the test stops it with a savepoint. */
record ReadingJob(JobClient client) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOO_EARLY = CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING.message();

    /** Waits until it has read so many records. */
    void awaitRead(int records) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (read() < records) {
            assertThat(System.nanoTime())
                    .as("records read: %s of %s", read(), records)
                    .isLessThan(giveUp);
            Thread.sleep(500);
        }
    }

    private long read() throws Exception {
        return read(client.getAccumulators().get());
    }

    /** How many records a job has read that has counted so. */
    static long read(Map<String, Object> counted) {
        return Stream.of(Tally.EVENTS, Tally.DEAD_LETTERS)
                .mapToLong(tally -> counted.get(tally.name()) instanceof Long number ? number : 0)
                .sum();
    }

    /** Stops it; as long as not all tasks run, it can't be: those that read may have read everything before the last one has its state back. */
    String stopWithSavepoint(Path folder) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return client.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                        .get();
            } catch (ExecutionException e) {
                if (!isTooEarly(e) || System.nanoTime() > giveUp) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean isTooEarly(ExecutionException failure) {
        return ExceptionUtils.findThrowableWithMessage(failure, TOO_EARLY).isPresent();
    }
}
