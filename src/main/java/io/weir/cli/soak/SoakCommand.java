package io.weir.cli.soak;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import io.weir.cli.cluster.ClusterFolder;
import io.weir.cli.cluster.JobTarget;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.scenario.SteadyStream;
import io.weir.job.UserError;
import io.weir.job.kafka.TopicWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code weir soak}: the job on a cluster of its own, under faults. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a cluster, sends a steady stream with a known answer through the job, and lets things go wrong.",
            "Processes are killed and hang, the broker is slow, the disk for checkpoints fills up (with root), records are no events."
                    + " After each fault, readers of committed alerts must have seen what was sent until then: all of it, once."
        },
        footer = {"", "Exit code: 0 nothing lost and nothing twice, 1 something was, 2 usage or input error."})
public final class SoakCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final String EVENTS = "soak-windows";
    private static final String ALERTS = "soak-alerts";
    private static final String DEAD_LETTERS = "soak-dead-letters";
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);

    // What waits for minutes in production waits for seconds here, so that an hour holds a hundred faults.
    // Processes live for minutes, so they had better start quickly than run fast.
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final Map<String, String> IMPATIENT = Map.of(
            "heartbeat.interval", "1 s",
            "heartbeat.timeout", "8 s",
            "high-availability.zookeeper.client.session-timeout", "10 s",
            "restart-strategy.exponential-delay.initial-backoff", "500 ms",
            "restart-strategy.exponential-delay.max-backoff", "2 s",
            "execution.checkpointing.min-pause", "500 ms",
            "execution.checkpointing.timeout", "30 s",
            "env.java.opts.jobmanager", QUICK_START,
            "env.java.opts.taskmanager", QUICK_START);

    private final Streams streams;

    @Option(
            names = "--faults",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int faults;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Which faults, and which stream (default: a new one, printed).")
    private @Nullable Long seed;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Only these: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Fault> kinds = List.of(Fault.values());

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            defaultValue = "25",
            description = "Scenes a second, each of some five events (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "The folder of its cluster, which must be new (default: target/soak of the project).")
    private @Nullable Path folder;

    /** The command. */
    public SoakCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (faults < 1 || rate < 1 || rate > 1_000) {
            throw new CommandError("--faults is at least 1, --rate from 1 to 1000");
        }
        var project = Path.of(System.getProperty("weir.home", "")).toAbsolutePath();
        var chosen = folder == null ? project.resolve("target/soak") : folder;
        var cluster = new LocalCluster(project, new ClusterFolder(chosen), streams::say);
        if (cluster.isThere()) {
            throw new CommandError(chosen + " has a cluster already; name a new folder, or end that one: weir cluster"
                    + " down --delete --dir " + chosen);
        }
        long chance = seed == null ? new Random().nextInt(1_000_000) : seed;
        streams.say("seed " + chance + "; the cluster is in " + chosen);
        try (var end = new EndOfSoak(cluster);
                var disk = CheckpointDisk.mount(cluster.folder().checkpoints(), faults)) {
            end.watch();
            return soak(cluster, disk, chance);
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private int soak(LocalCluster cluster, CheckpointDisk disk, long chance) {
        cluster.configure(0, 0, IMPATIENT);
        cluster.up(List.of(EVENTS, ALERTS, DEAD_LETTERS));
        var job = submit(cluster);
        streams.say("the job runs: " + cluster.flink().page(job));
        var report = run(cluster, disk, job, chance);
        report.lines().forEach(streams::print);
        return report.isWell() ? ExitCode.OK : FAILED;
    }

    private String submit(LocalCluster cluster) {
        var target = JobTarget.on(cluster, streams);
        var arguments = target.arguments(List.of(
                "--rules",
                cluster.project().resolve("rules").toString(),
                "--topic",
                EVENTS,
                "--alerts-topic",
                ALERTS,
                "--dead-letters-topic",
                DEAD_LETTERS,
                "--parallelism",
                "2",
                "--checkpoint-interval",
                "1s"));
        var job = target.submit(JobTarget.jarOfThisBuild(), arguments, "");
        target.job(job).awaitRunningAtLast(START_PATIENCE);
        return job;
    }

    private Report run(LocalCluster cluster, CheckpointDisk disk, String job, long chance) {
        long begin = System.nanoTime();
        var random = new Random(chance);
        var ledger = new Ledger();
        try (var sender = new Sender(
                        new SteadyStream(chance, Sender.now()),
                        TopicWriter.to(cluster.kafka(), EVENTS, Sender.PATIENCE));
                var listener = new Listener(cluster.kafka(), ALERTS, DEAD_LETTERS, ledger);
                var sampler = new Sampler(cluster, job, disk)) {
            sender.start(rate);
            sampler.start();
            var injector = new FaultInjector(cluster, job, disk, sender, random);
            var outcomes =
                    new Soak(cluster, sender, ledger, listener, injector, streams::say).run(chosen(disk, random));
            return new Report(
                    outcomes,
                    chance,
                    Duration.ofNanos(System.nanoTime() - begin),
                    sender.records(),
                    sender.sent().size(),
                    ledger.missing(sender.sent()).size(),
                    ledger.surplus(sender::sent),
                    ledger.doubled(),
                    sender.poisoned(),
                    ledger.deadLetters(),
                    sampler.checkpoints(),
                    sampler.diskUse(),
                    sampler.memory());
        }
    }

    private List<Fault> chosen(CheckpointDisk disk, Random random) {
        var possible = new ArrayList<>(kinds);
        if (!disk.isSmall() && possible.remove(Fault.FULL_DISK)) {
            streams.say("no small disk can be mounted here (it takes root): none of the faults is a full one");
        }
        if (possible.isEmpty()) {
            throw new CommandError("--kinds: none of them is possible here");
        }
        return Fault.dealt(possible, faults, random);
    }
}
