package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.job.UserError;
import io.weir.job.kafka.KafkaCluster;
import io.weir.job.kafka.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A Flink cluster and a Kafka broker on this machine: a job manager, two task managers, the broker, and ZooKeeper for the job manager's high
 * availability, each a process of its own. They go on when the command ends. The cluster is in session mode, and takes jobs; or in application
 * mode, and has one from its start.
 */
public final class LocalCluster {

    /** How many task managers there are. */
    static final int TASK_MANAGERS = 2;

    /** A process that has ended is noticed at once; one that runs may have to wait for a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration BROKERS_PATIENCE = Duration.ofMinutes(1);
    private static final int PARTITIONS = 4;
    private static final int LAST_LINES = 5;

    private final Path project;
    private final ClusterFolder folder;
    private final Consumer<String> said;

    /**
     * The cluster of a folder, whether it runs or not.
     *
     * @param project where {@code flink-conf} is
     * @param said where a line now and then goes
     */
    public LocalCluster(Path project, ClusterFolder folder, Consumer<String> said) {
        this.project = project;
        this.folder = folder;
        this.said = said;
    }

    /** The project, whose configuration it has. */
    public Path project() {
        return project;
    }

    /** Where it keeps what it has. */
    public ClusterFolder folder() {
        return folder;
    }

    /** Whether there ever was a cluster in the folder. */
    public boolean isThere() {
        return folder.isThere();
    }

    /** Where its processes listen. */
    public Ports ports() {
        return Ports.read(folder.ports());
    }

    /** Flink's web interface, and REST. */
    public FlinkRest flink() {
        return FlinkRest.at("http://" + Ports.LOOPBACK + ":" + ports().ui());
    }

    /** How to reach the broker. */
    public KafkaCluster kafka() {
        return new KafkaCluster(Ports.LOOPBACK + ":" + ports().kafka(), Map.of());
    }

    /** Whether that process runs. */
    public boolean isRunning(Member member) {
        return process(member).isRunning();
    }

    /** Its number, or 0 where it does not run. */
    public long pid(Member member) {
        return process(member).handle().map(ProcessHandle::pid).orElse(0L);
    }

    private MemberProcess process(Member member) {
        return new MemberProcess(member, folder);
    }

    /**
     * Chooses ports, where the folder has none yet, and writes the configuration.
     *
     * @param ui port of the web interface, 0 for any
     * @param kafka port of the broker, 0 for any
     * @param settings of Flink, beside those of {@code flink-conf} or in their place
     */
    public void configure(int ui, int kafka, Map<String, String> settings) {
        var ports = folder.isThere() ? ports() : chosen(ui, kafka);
        folder.make();
        ports.write(folder.ports());
        new ClusterFiles(project, folder, ports).write(settings);
    }

    private Ports chosen(int ui, int kafka) {
        folder.requireNameForAll();
        return Ports.choose(ui, kafka);
    }

    /**
     * Starts what does not run, and waits until all of it answers. A job that ran before goes on by itself.
     *
     * @param topics made where they are not there yet
     * @throws CommandError where a port is taken, or a process ends
     */
    public void up(List<String> topics) {
        var command = command();
        var missing = new ArrayList<>(List.of(Member.values()));
        missing.removeIf(this::isRunning);
        missing.forEach(ports()::requireFree);
        missing.stream().filter(member -> !waitsForTopics(member)).forEach(member -> start(member, command));
        await("ZooKeeper", Member.ZOOKEEPER, () -> Ports.answers(ports().zookeeper()));
        await("the broker", Member.KAFKA, () -> Ports.answers(ports().kafka()));
        make(topics);
        missing.stream().filter(this::waitsForTopics).forEach(member -> start(member, command));
        await("the web interface", Member.JOB_MANAGER, () -> flink().isThere());
        await(
                "two task managers",
                Member.TASK_MANAGER_1,
                () -> flink().taskManagers().size() >= TASK_MANAGERS);
    }

    /** A job looks for its topics when it starts; in application mode that is when the job manager does. */
    private boolean waitsForTopics(Member member) {
        return member == Member.JOB_MANAGER && isApplication();
    }

    /** Whether the cluster has one job from its start, and takes no other. */
    boolean isApplication() {
        return new Submissions(folder).application().isPresent();
    }

    /**
     * The job of a cluster in application mode, once the job manager has started it.
     *
     * @throws CommandError where that fails: the job manager ends then
     */
    ClusterJob applicationsJob() {
        await("the job", Member.JOB_MANAGER, () -> !jobs().isEmpty());
        return new ClusterJob(flink(), jobs().get(0));
    }

    private List<String> jobs() {
        return flink().isThere() ? flink().get("/jobs").path("jobs").findValuesAsText("id") : List.of();
    }

    /** Gives a cluster that has never been up the one job that it is for. */
    void keep(Submissions.Kept application) {
        new Submissions(folder).keepApplication(application);
    }

    private MemberCommand command() {
        return new MemberCommand(ClusterLibraries.of(project, said), folder);
    }

    /** Starts one process, which does not run. */
    public void start(Member member) {
        start(member, command());
    }

    private void start(Member member, MemberCommand command) {
        if (member == Member.KAFKA) {
            format(command);
        }
        process(member).start(command.of(member), command.startsIn(member), command.environment());
    }

    private void format(MemberCommand command) {
        if (Files.exists(folder.kafka().resolve("meta.properties"))) {
            return;
        }
        try {
            var process = new ProcessBuilder(command.format(clusterId(UUID.randomUUID())))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.output(Member.KAFKA).toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CommandError("the broker's folder is not made within " + PATIENCE.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new CommandError("the broker's folder can't be made: " + lastSaid(Member.KAFKA));
            }
        } catch (IOException e) {
            throw new CommandError("the broker's folder can't be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandError("interrupted while the broker's folder was made", e);
        }
    }

    /** The last lines that a process printed, for its folder may be gone when somebody wants to look. */
    private String lastSaid(Member member) {
        try {
            var lines = Files.readAllLines(folder.output(member));
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return folder.output(member) + " can't be read";
        }
    }

    /**
     * As Kafka writes them: the 16 bytes of an UUID in base64. With its first bit it would begin with a dash once in 64 times, and the broker's tool would take it
     * for an option.
     */
    static String clusterId(UUID id) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private void make(List<String> topics) {
        try {
            new Topics(kafka(), BROKERS_PATIENCE).require(topics, PARTITIONS);
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private void await(String what, Member member, BooleanSupplier isThere) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere.getAsBoolean()) {
            if (!isRunning(member)) {
                throw new CommandError(member.label() + " has ended; see " + folder.log(member) + " and "
                        + folder.output(member) + ": " + lastSaid(member));
            }
            if (System.nanoTime() > giveUp) {
                throw new CommandError(
                        what + " did not answer within " + PATIENCE.toSeconds() + " s; see " + folder.log(member));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandError("interrupted", e);
        }
    }

    /** Ends all processes, the last that was started first. What they keep stays: the next {@link #up} goes on with it. */
    public void down() {
        var members = new ArrayList<>(List.of(Member.values()));
        Collections.reverse(members);
        members.forEach(member -> process(member).stop());
    }

    /** Ends one process as {@code kill -9} does. */
    public void kill(Member member) {
        process(member).kill();
    }

    /** Stops one process in its tracks, as {@code kill -STOP} does; it neither answers nor ends. */
    public void freeze(Member member) {
        process(member).signal("STOP");
    }

    /** Lets a frozen process go on. */
    public void thaw(Member member) {
        process(member).signal("CONT");
    }
}
