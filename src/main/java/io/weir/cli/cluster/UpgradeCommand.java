package io.weir.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import io.weir.job.Submission;
import io.weir.job.UserError;
import io.weir.job.option.JobOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code weir upgrade}: another build, other options or another parallelism for a job that runs, or back to what it was. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "weir upgrade [--dir FOLDER | --jobmanager URL] [--job ID] [--jar FILE] [--old-jar FILE]",
            "                    [--savepoints PATH] [--leave-state] [--patience SECONDS] [OPTIONS OF THE JOB]"
        },
        description = {
            "Stops the job with a savepoint and starts the new jar from it.",
            "Where that does not come up and save its progress, the old jar goes on from the same savepoint: nothing is lost and nothing"
                    + " told twice. Without options of the job they stay as they are, where the local cluster keeps them."
        },
        footer = {"", "Exit code: 0 the new one runs, 1 the old one runs again, 2 usage or input error."})
public final class UpgradeCommand implements Callable<Integer> {

    private static final int ROLLED_BACK = 1;

    private final Streams streams;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Option(names = "--job", paramLabel = "ID", description = "Which job (default: the only one that runs).")
    private @Nullable String id;

    @Option(
            names = "--old-jar",
            paramLabel = "FILE",
            description = "What to go back to (default: the jar that was submitted, which the local cluster keeps).")
    private @Nullable Path oldJar;

    @Option(
            names = "--savepoints",
            paramLabel = "PATH",
            defaultValue = "",
            description = "Folder for the savepoint (default: the one that the cluster is configured with).")
    private String savepoints = "";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long to wait for each step (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Unmatched
    private List<String> job = new ArrayList<>();

    /** The command. */
    public UpgradeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (patience < 1) {
            throw new CommandError("--patience is at least 1 second, found " + patience);
        }
        var cluster = target.target(streams);
        var running = cluster.job(id == null ? theOnlyJob(cluster.flink()) : there(cluster.flink(), id));
        var old = old(cluster, running);
        var wanted =
                job.isEmpty() ? old.with(target.jar()) : Submissions.Kept.here(target.jar(), cluster.arguments(job));
        if (target.isOfThisBuild()) {
            requireSensible(wanted);
        }
        streams.say("stopping job " + running.id() + " with a savepoint ...");
        var savepoint = running.stop(TargetOptions.place(savepoints), Duration.ofSeconds(patience));
        streams.say("job " + running.id() + " is stopped, its savepoint is " + savepoint);
        try {
            tellRunning(cluster, start(cluster, wanted, target.start(savepoint)));
            return ExitCode.OK;
        } catch (CommandError e) {
            streams.say(String.valueOf(e.getMessage()));
            streams.say("back to the old jar ...");
            tellRunning(cluster, start(cluster, old, Start.from(savepoint)));
            return ROLLED_BACK;
        }
    }

    /** What can be found wrong beforehand need not stop the job. */
    private static void requireSensible(Submissions.Kept wanted) {
        try {
            var settings =
                    JobOptions.parse(wanted.arguments().toArray(String[]::new)).settings();
            Submission.of(settings, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        } catch (UserError e) {
            var elsewhere =
                    wanted.isFromHere() ? "" : "; it was submitted in " + wanted.from() + ", do this there, too";
            throw new CommandError("the job runs on as it is: " + e.getMessage() + elsewhere, e);
        }
    }

    private void tellRunning(JobTarget cluster, ClusterJob started) {
        streams.say(
                "job " + started.id() + " runs; its page is " + cluster.flink().page(started.id()));
    }

    private ClusterJob start(JobTarget cluster, Submissions.Kept wanted, Start start) {
        return cluster.start(wanted, start, Duration.ofSeconds(patience), true);
    }

    /** That job, where it has not ended. */
    private static String there(FlinkRest flink, String id) {
        var state = flink.jobs().get(id);
        if (state == null) {
            throw new CommandError("there is no job " + id + " at " + flink.address());
        }
        if (ClusterJob.isOver(state)) {
            throw new CommandError("job " + id + " has ended, it is " + state
                    + "; start it from a savepoint: weir submit --savepoint");
        }
        return id;
    }

    private static String theOnlyJob(FlinkRest flink) {
        var running = flink.jobs().entrySet().stream()
                .filter(job -> job.getValue().equals("RUNNING"))
                .map(Map.Entry::getKey)
                .toList();
        if (running.size() != 1) {
            throw new CommandError(
                    running.isEmpty()
                            ? "no job runs at " + flink.address() + "; start one: weir submit"
                            : "several jobs run, say which: --job " + String.join(" or ", running));
        }
        return running.get(0);
    }

    /** What runs now, before it is stopped: afterwards it is too late to find that there is no way back. */
    private Submissions.Kept old(JobTarget cluster, ClusterJob running) {
        var kept = cluster.submission(running.id());
        if (kept.isEmpty() && (oldJar == null || job.isEmpty())) {
            throw new CommandError("nothing is kept of job " + running.id()
                    + ", so say what to go back to, --old-jar FILE, and the options of the job");
        }
        var jar = oldJar == null ? kept.map(Submissions.Kept::jar).orElseThrow() : TargetOptions.required(oldJar);
        return kept.map(found -> found.with(jar)).orElseGet(() -> Submissions.Kept.here(jar, cluster.arguments(job)));
    }
}
