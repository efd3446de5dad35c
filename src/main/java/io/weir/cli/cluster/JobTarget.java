package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster that jobs are put on: the local one, which keeps what was put on it, or any other. */
public final class JobTarget {

    private static final String SERVERS = "--bootstrap-servers";

    private final FlinkRest flink;
    private final @Nullable LocalCluster local;
    private final Streams streams;

    private JobTarget(FlinkRest flink, @Nullable LocalCluster local, Streams streams) {
        this.streams = streams;
        this.flink = flink;
        this.local = local;
    }

    /** The local cluster. */
    public static JobTarget on(LocalCluster cluster, Streams streams) {
        if (cluster.isApplication()) {
            throw new CommandError("the cluster in " + cluster.folder().root()
                    + " is in application mode: the job that it was started with is its only one");
        }
        return new JobTarget(cluster.flink(), cluster, streams);
    }

    static JobTarget on(FlinkRest flink, Streams streams) {
        return new JobTarget(flink, null, streams);
    }

    /** The job's jar, as the build of this project made it. */
    public static Path jarOfThisBuild() {
        return TargetOptions.ofThisBuild();
    }

    FlinkRest flink() {
        return flink;
    }

    /** The job's options, with the local cluster's broker where none is named. */
    public List<String> arguments(List<String> given) {
        return local == null ? given : withBroker(given, local.kafka().servers());
    }

    /** Those options, and that broker where they name none. */
    static List<String> withBroker(List<String> given, String servers) {
        var arguments = new ArrayList<>(given);
        if (given.stream().noneMatch(word -> word.split("=", 2)[0].equals(SERVERS))) {
            arguments.addAll(List.of(SERVERS, servers));
        }
        return arguments;
    }

    /**
     * Puts a job on the cluster.
     *
     * @param savepoint to go on from, or empty
     * @return its id
     */
    public String submit(Path jar, List<String> arguments, String savepoint) {
        return submit(Submissions.Kept.here(jar, arguments), Start.from(savepoint));
    }

    /**
     * Puts a job on the cluster, and ends it again where it does not come up.
     *
     * @param start to go on from
     * @param saved whether it has to have saved its progress, too
     * @throws CommandError where it does not come up
     */
    ClusterJob start(Submissions.Kept wanted, Start start, Duration patience, boolean saved) {
        var started = job(submit(wanted, start));
        try {
            started.awaitRunning(patience, saved);
            return started;
        } catch (CommandError e) {
            started.cancel(patience);
            throw e;
        }
    }

    /** As far as it is known of the jobs that run with what options they were put there. */
    private void requireOwnTransactions(List<String> arguments) {
        var wanted = TransactionNames.of(arguments);
        var running = flink.jobs();
        running.values().removeIf(ClusterJob::isOver);
        for (var id : running.keySet()) {
            submission(id)
                    .map(other -> TransactionNames.of(other.arguments()))
                    .flatMap(wanted::shared)
                    .ifPresent(name -> {
                        throw new CommandError("job " + id + " calls its transactions " + name
                                + " too, and each of the two would end the other's; give this one names of its own,"
                                + " --transactional-id-prefix, or put it in the place of that one: weir upgrade");
                    });
        }
    }

    private String submit(Submissions.Kept wanted, Start start) {
        flink.get("/overview"); // That nobody is there is better said now than by Flink's client.
        requireOwnTransactions(wanted.arguments());
        var libraries = ClusterLibraries.of(ClusterOptions.project(), streams::say);
        var id = new FlinkRun(libraries, flink, streams.err()::println).submit(wanted, start);
        if (local != null) {
            new Submissions(local.folder()).keep(id, wanted);
        }
        return id;
    }

    /** What was put on the cluster under that id, if this cluster keeps it. */
    Optional<Submissions.Kept> submission(String job) {
        return local == null ? Optional.empty() : new Submissions(local.folder()).of(job);
    }

    /** The job of that id. */
    public ClusterJob job(String id) {
        return new ClusterJob(flink, id);
    }
}
