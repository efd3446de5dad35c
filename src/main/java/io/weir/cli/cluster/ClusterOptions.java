package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which local cluster is meant. */
final class ClusterOptions {

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "The cluster's folder (default: target/cluster of the project).")
    private Path folder = Path.of("");

    LocalCluster cluster(Streams streams) {
        var chosen = folder.toString().isEmpty() ? project().resolve("target/cluster") : folder;
        return new LocalCluster(project(), new ClusterFolder(chosen), streams::say);
    }

    /** The same, where it has to run. */
    LocalCluster runningCluster(Streams streams) {
        var cluster = cluster(streams);
        if (!cluster.isThere() || !cluster.isRunning(Member.JOB_MANAGER)) {
            throw new CommandError("no cluster runs in " + cluster.folder().root() + "; start it: weir cluster up");
        }
        return cluster;
    }

    /** The project, which the script that started this is part of. */
    static Path project() {
        return Path.of(System.getProperty("weir.home", "")).toAbsolutePath();
    }
}
