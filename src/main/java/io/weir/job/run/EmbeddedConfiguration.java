package io.weir.job.run;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** What a cluster inside the command's own process needs: it listens on the loopback interface only, and keeps its files in one folder. */
final class EmbeddedConfiguration {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int NETWORK_MEGABYTES_A_TASK = 16;
    private static final int LEAST_NETWORK_MEGABYTES = 64;

    private EmbeddedConfiguration() {}

    static Configuration of(Path folder, int parallelism, boolean bounded) {
        var configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        keepFilesIn(folder, configuration);
        listenToOurselves(configuration);
        restart(bounded, configuration);
        var network = MemorySize.ofMebiBytes(
                Math.max(LEAST_NETWORK_MEGABYTES, (long) parallelism * NETWORK_MEGABYTES_A_TASK));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        // What a job has counted so far comes with the heartbeat.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(2));
        return configuration;
    }

    private static void keepFilesIn(Path folder, Configuration configuration) {
        configuration.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
        configuration.set(WebOptions.TMP_DIR, folder.resolve("tmp").toString());
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
    }

    private static void listenToOurselves(Configuration configuration) {
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    }

    // A bounded run that fails is run again by a person who has read why; a live one gets over a broker that restarts.
    private static void restart(boolean bounded, Configuration configuration) {
        if (bounded) {
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
            return;
        }
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(30));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 10);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(10));
    }
}
