package io.weir.job.run;

import io.weir.job.option.JobSettings;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;

/** What every run of the job asks of Flink, wherever it runs. */
public final class JobConfiguration {

    private JobConfiguration() {}

    /** For {@code StreamExecutionEnvironment.configure}: checkpoints, and neither Kryo nor operators that a savepoint could not name. */
    public static Configuration of(JobSettings settings) {
        var configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        if (settings.parallelism() > 0) {
            configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        }
        return configuration;
    }
}
