package io.weir.job.run;

import io.weir.job.UserError;
import io.weir.job.option.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/**
 * One run of a job in a Flink cluster inside this process. When the process is asked to end, the job is stopped with a savepoint, so
 * that what it has found so far is delivered.
 */
public final class EmbeddedRun implements AutoCloseable {

    private final Path folder;
    private final JobSettings settings;
    private final GracefulStop stop = new GracefulStop();

    private EmbeddedRun(Path folder, JobSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Prepares a run.
     *
     * @throws UserError where there is no room for the run's files
     */
    public static EmbeddedRun of(JobSettings settings) {
        try {
            var folder = Files.createTempDirectory("weir-run-");
            Files.createDirectories(folder.resolve("tmp"));
            return new EmbeddedRun(folder, settings);
        } catch (IOException e) {
            throw new UserError(
                    "no folder for a run's own files can be made (" + e.getMessage() + "); set TMPDIR or make room", e);
        }
    }

    /** Where to build the job. */
    public StreamExecutionEnvironment environment() {
        int parallelism = settings.parallelism() > 0
                ? settings.parallelism()
                : Runtime.getRuntime().availableProcessors();
        var configuration =
                EmbeddedConfiguration.of(folder, parallelism, settings.source().isBounded());
        configuration.addAll(JobConfiguration.of(settings));
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    }

    /**
     * Runs the job that was built to its end.
     *
     * @param progress takes a line now and then, where a bounded run is long
     * @return what it has counted
     * @throws UserError where it fails, saying why in one line
     */
    public Totals run(StreamExecutionEnvironment environment, String name, Consumer<String> progress) {
        long start = System.nanoTime();
        try {
            return await(environment.executeAsync(name), start, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("the run was interrupted", e);
        } catch (ExecutionException e) {
            throw Failures.explain(e.getCause() == null ? e : e.getCause());
        } catch (Exception | OutOfMemoryError e) {
            // Flink says no more of what it throws when a job does not even start.
            throw Failures.explain(e);
        }
    }

    private Totals await(JobClient job, long start, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        stop.watch(job, folder.resolve("savepoint"));
        var shown = settings.source().isBounded() ? Progress.of(job, progress, start) : Progress.none();
        try {
            var result = job.getJobExecutionResult().get();
            return Totals.of(result.getAllAccumulatorResults(), Duration.ofNanos(System.nanoTime() - start));
        } finally {
            shown.close();
        }
    }

    /** Removes the run's own files. Until then a process that is asked to end waits for the last words about the run. */
    @Override
    public void close() {
        FileUtils.deleteDirectoryQuietly(folder.toFile());
        stop.close();
    }
}
