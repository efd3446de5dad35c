package io.weir.bench;

import io.weir.job.option.JobSettings;
import io.weir.job.run.Failures;
import io.weir.job.run.JobConfiguration;
import io.weir.job.run.Tally;
import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One embedded cluster for all runs: to start one costs more CPU time, and less evenly, than to read a hundred thousand events. */
final class Cluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final MiniCluster cluster;

    private Cluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /** Starts a cluster of that many slots that keeps its files in that folder. */
    static Cluster start(Path folder, int slots) throws Exception {
        var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(folder))
                .setCommonBindAddress(LOOPBACK)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        cluster.start();
        return new Cluster(cluster);
    }

    private static Configuration configuration(Path folder) {
        var configuration = new Configuration();
        configuration.set(CoreOptions.TMP_DIRS, folder.toString());
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        return configuration;
    }

    /**
     * Runs a job to its end.
     *
     * @return how many events it counted
     * @throws io.weir.job.UserError where it fails
     */
    long run(Case.Graph graph, JobSettings settings) {
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.of(settings));
        graph.build(settings, environment);
        try {
            var result = cluster.executeJobBlocking(environment.getStreamGraph().getJobGraph());
            Long events = result.getAccumulatorResult(Tally.EVENTS.name());
            return events;
        } catch (Exception e) { // Flink says no more of what it throws.
            throw Failures.explain(e);
        }
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
