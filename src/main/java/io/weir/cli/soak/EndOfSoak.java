package io.weir.cli.soak;

import io.weir.cli.cluster.LocalCluster;

/** Ends the cluster of a soak, whether that comes to its end or is asked to end before. */
final class EndOfSoak implements AutoCloseable {

    private final LocalCluster cluster;
    private final Thread hook;

    EndOfSoak(LocalCluster cluster) {
        this.cluster = cluster;
        this.hook = new Thread(cluster::down, "weir-end-of-soak");
    }

    /** From now on the cluster's processes end with this one, when it is asked to end. */
    void watch() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        cluster.down();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook runs already, and ends what is left.
            cluster.down();
        }
    }
}
