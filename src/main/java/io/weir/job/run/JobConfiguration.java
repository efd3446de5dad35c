package io.weir.job.run;

import io.weir.job.option.JobSettings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;

/** What every run of the job asks of Flink, wherever it runs. */
public final class JobConfiguration {

    /**
     * How long what goes from one operator to the next may wait for more to come, before it is sent. Flink's own 100 ms are waited for at each of the three or four steps
     * from an event to its alert: half of the alerts took more than 130 ms to the sink, one in a hundred 240.
     */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(10);

    private JobConfiguration() {}

    /** For {@code StreamExecutionEnvironment.configure}: checkpoints, and neither Kryo nor operators that a savepoint could not name. */
    public static Configuration of(JobSettings settings) {
        var configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, LONGEST_WAIT);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        if (settings.parallelism() > 0) {
            configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        }
        return configuration;
    }
}
