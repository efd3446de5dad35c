package io.weir.cli.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.CommandError;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks now and then at what checkpoints cost, on their disk too, and how much memory the processes have. */
final class Sampler implements AutoCloseable {

    private static final int EVERY_SECONDS = 3;
    private static final int MEGABYTE = 1 << 20;
    private static final int KILOBYTES_A_MEGABYTE = 1_024;

    private final LocalCluster cluster;
    private final String job;
    private final CheckpointDisk disk;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "weir-soak-sampler"));
    private final Map<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final List<Long> diskUse = new ArrayList<>();
    private final Map<Member, List<Long>> memory = new EnumMap<>(Member.class);

    /**
     * A checkpoint that was completed.
     *
     * @param bytes of all the state that it refers to
     * @param written of them by this one
     * @param millis from its beginning to its end
     */
    record Checkpoint(long bytes, long written, long millis) {}

    Sampler(LocalCluster cluster, String job, CheckpointDisk disk) {
        this.cluster = cluster;
        this.job = job;
        this.disk = disk;
    }

    void start() {
        // A sample that can't be taken is one less.
        var unused = clock.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        for (var member : Member.values()) {
            addMemory(member, residentMegabytes(cluster.pid(member)));
        }
        disk.used().ifPresent(this::addDiskUse);
        try {
            addCheckpoints(cluster.flink().get("/jobs/" + job + "/checkpoints"));
        } catch (CommandError e) {
            return; // The job manager is away: that is what is tried.
        }
    }

    private synchronized void addMemory(Member member, long megabytes) {
        if (megabytes > 0) {
            memory.computeIfAbsent(member, key -> new ArrayList<>()).add(megabytes);
        }
    }

    private synchronized void addDiskUse(long bytes) {
        diskUse.add(bytes / MEGABYTE);
    }

    private synchronized void addCheckpoints(JsonNode answer) {
        for (var entry : answer.path("history")) {
            if (entry.path("status").asText().equals("COMPLETED")) {
                checkpoints.put(
                        entry.path("id").asLong(),
                        new Checkpoint(
                                entry.path("state_size").asLong(),
                                entry.path("checkpointed_size").asLong(),
                                entry.path("end_to_end_duration").asLong()));
            }
        }
    }

    /** What a process has in memory, by the system's own count; 0 where it does not say. */
    private static long residentMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_A_MEGABYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** The checkpoints that were seen, the first that was taken first. */
    synchronized List<Checkpoint> checkpoints() {
        return List.copyOf(checkpoints.values());
    }

    /** The megabytes that checkpoints take up on their disk, over time; empty where it has none of its own. */
    synchronized List<Long> diskUse() {
        return List.copyOf(diskUse);
    }

    /** The megabytes of each process, over time. */
    synchronized Map<Member, List<Long>> memory() {
        var copy = new EnumMap<Member, List<Long>>(Member.class);
        memory.forEach((member, samples) -> copy.put(member, List.copyOf(samples)));
        return copy;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
