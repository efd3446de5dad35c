package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a local cluster keeps: configuration, logs, process ids, the broker's log, checkpoints, the jobs that were put on it.
 *
 * @param root absolute
 */
public record ClusterFolder(Path root) {

    public ClusterFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Flink's configuration, and that of the broker and of ZooKeeper. */
    public Path configuration() {
        return root.resolve("conf");
    }

    /** Where Flink looks for plugins. */
    Path plugins() {
        return root.resolve("plugins");
    }

    /** The log of one process. */
    public Path log(Member member) {
        return root.resolve("log").resolve(member.label() + ".log");
    }

    /** What a process prints beside its log. */
    Path output(Member member) {
        return root.resolve("log").resolve(member.label() + ".out");
    }

    Path pid(Member member) {
        return root.resolve("pid").resolve(member.label());
    }

    Path ports() {
        return root.resolve("ports.properties");
    }

    /** Where the broker keeps its topics. */
    Path kafka() {
        return root.resolve("kafka");
    }

    Path zookeeper() {
        return root.resolve("zookeeper");
    }

    /** Where Flink keeps checkpoints, and what job managers need to take over. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** Where savepoints go. */
    public Path savepoints() {
        return root.resolve("savepoints");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** What was submitted, and its jars. */
    Path jobs() {
        return root.resolve("jobs");
    }

    /** Whether there is a cluster's folder here. */
    boolean isThere() {
        return Files.isRegularFile(ports());
    }

    /**
     * Flink writes some of what it keeps by the path as a URI has it, the broker reads its own in another character set, and both join folders by commas or colons: all of it
     * is in one folder only where its path is the same to all of them.
     */
    void requireNameForAll() {
        var path = root.toString();
        if (!path.equals(root.toUri().getRawPath().replaceFirst("/$", "")) || path.matches(".*[,:].*")) {
            throw new CommandError("the cluster's folder " + root + " has a blank or another character in its path that"
                    + " Flink and Kafka do not read alike; name one of ASCII letters and digits: --dir FOLDER");
        }
    }

    void make() {
        try {
            for (var folder : List.of(
                    configuration(), plugins(), root.resolve("log"), root.resolve("pid"), temporary(), jobs())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new CommandError("the cluster's folder " + root + " can't be made: " + e, e);
        }
    }
}
