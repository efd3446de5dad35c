package io.weir.bench;

import io.weir.cli.cluster.ClusterFolder;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import io.weir.job.kafka.KafkaCluster;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The broker of {@code weir up}, a process of its own, so that its work is not counted as the job's. It ends with the benchmark. */
final class Broker implements AutoCloseable {

    private final LocalCluster cluster;

    private Broker(LocalCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts one.
     *
     * @param project where {@code flink-conf} is
     * @param folder where it keeps its topics
     * @param said where a line now and then goes
     */
    static Broker start(Path project, Path folder, Consumer<String> said) {
        var cluster = new LocalCluster(project, new ClusterFolder(folder), said);
        cluster.configure(0, 0, Map.of());
        cluster.start(Member.KAFKA);
        return new Broker(cluster);
    }

    /** How to reach it. */
    KafkaCluster kafka() {
        return cluster.kafka();
    }

    @Override
    public void close() {
        cluster.kill(Member.KAFKA);
    }
}
