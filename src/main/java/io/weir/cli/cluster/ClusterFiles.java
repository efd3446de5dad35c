package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the configuration of a local cluster: the project's {@code flink-conf} as it is, and below it what only this cluster can know.
 *
 * @param project the project's folder
 * @param folder the cluster's
 * @param ports where it listens
 */
record ClusterFiles(Path project, ClusterFolder folder, Ports ports) {

    private static final String FLINK = "config.yaml";

    /**
     * Writes all of it, over what was there.
     *
     * @param more settings of Flink beside those of a local cluster, or in their place
     */
    void write(Map<String, String> more) {
        try {
            var configuration = folder.configuration();
            var kept = Files.readString(project.resolve("flink-conf").resolve(FLINK));
            Files.writeString(configuration.resolve(FLINK), flink(kept, more));
            copy("flink-conf/log4j.properties", configuration.resolve("log4j.properties"));
            copyPlugin();
            copy("scripts/cluster/log4j2.xml", configuration.resolve("log4j2.xml"));
            Files.writeString(configuration.resolve("server.properties"), kafka());
            Files.writeString(configuration.resolve("zoo.cfg"), zookeeper());
        } catch (IOException e) {
            throw new CommandError("the cluster's configuration can't be written: " + e, e);
        }
    }

    private void copyPlugin() throws IOException {
        var jar = TargetOptions.built(project, "metrics");
        var plugin = Files.createDirectories(folder.plugins().resolve("weir-metrics"));
        Files.copy(jar, plugin.resolve("weir-metrics.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(String from, Path to) throws IOException {
        Files.copy(project.resolve(from), to, StandardCopyOption.REPLACE_EXISTING);
    }

    private String flink(String kept, Map<String, String> more) {
        var own = ofThisMachine();
        own.putAll(more);
        var replaced = kept.lines()
                .filter(line -> !own.containsKey(line.split(":", 2)[0]))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return own.entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
                .collect(Collectors.joining("", replaced + "\n# Of this cluster alone.\n", ""));
    }

    private Map<String, String> ofThisMachine() {
        var own = new TreeMap<String, String>();
        own.put("rest.port", String.valueOf(ports.ui()));
        own.put("rest.bind-port", String.valueOf(ports.ui()));
        own.put("execution.checkpointing.dir", folder.checkpoints().toUri().toString());
        own.put(
                "execution.checkpointing.savepoint-dir",
                folder.savepoints().toUri().toString());
        own.put(
                "high-availability.storageDir",
                folder.root().resolve("ha").toUri().toString());
        own.put("high-availability.zookeeper.quorum", Ports.LOOPBACK + ":" + ports.zookeeper());
        own.put("io.tmp.dirs", folder.temporary().toString());
        own.put("taskmanager.numberOfTaskSlots", "2");
        own.putAll(memory());
        return own;
    }

    // Five processes share a laptop.
    private static Map<String, String> memory() {
        var memory = new TreeMap<String, String>();
        memory.put("jobmanager.memory.process.size", "720m");
        memory.put("jobmanager.memory.jvm-metaspace.size", "192m");
        memory.put("jobmanager.memory.jvm-overhead.min", "64m");
        memory.put("jobmanager.memory.jvm-overhead.max", "64m");
        memory.put("jobmanager.memory.off-heap.size", "64m");
        memory.put("taskmanager.memory.process.size", "960m");
        memory.put("taskmanager.memory.jvm-metaspace.size", "192m");
        memory.put("taskmanager.memory.jvm-overhead.min", "64m");
        memory.put("taskmanager.memory.jvm-overhead.max", "64m");
        memory.put("taskmanager.memory.framework.off-heap.size", "64m");
        memory.put("taskmanager.memory.network.min", "64m");
        memory.put("taskmanager.memory.network.max", "64m");
        memory.put("taskmanager.memory.managed.size", "128m");
        return memory;
    }

    private String kafka() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%1$s:%3$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=PLAINTEXT://%1$s:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%4$s
                # A topic is made on purpose, or a misspelt name would be one.
                auto.create.topics.enable=false
                # Telemetry that is played back is old by its stamps, and would be swept away.
                log.retention.ms=-1
                group.initial.rebalance.delay.ms=0
                # One broker is all there is.
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                num.partitions=4
                """.formatted(Ports.LOOPBACK, ports.kafka(), ports.controller(), folder.kafka());
    }

    private String zookeeper() {
        return """
                clientPort=%d
                clientPortAddress=%s
                dataDir=%s
                tickTime=2000
                # Its own web interface would listen everywhere.
                admin.enableServer=false
                """.formatted(ports.zookeeper(), Ports.LOOPBACK, folder.zookeeper());
    }
}
