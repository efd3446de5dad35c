package io.weir.job;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A mini-cluster with two task managers, of which one can be lost: the job is run again at once. */
final class TwoWorkers {

    private TwoWorkers() {}

    /**
     * Its configuration.
     *
     * @param checkpoints the folder for them
     * @param slots of each task manager
     */
    static MiniClusterConfiguration configuration(Path checkpoints, int slots) {
        var configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(2)
                .setNumSlotsPerTaskManager(slots)
                .build();
    }

    /** How often the job was run: once, and once more after each failure. */
    static int runs(MiniCluster cluster, JobID job) throws Exception {
        var vertices = cluster.getExecutionGraph(job).get().getVerticesTopologically();
        return 1
                + vertices.iterator()
                        .next()
                        .getTaskVertices()[0]
                        .getCurrentExecutionAttempt()
                        .getAttemptNumber();
    }
}
