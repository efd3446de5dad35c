package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import io.weir.job.Submission;
import io.weir.job.UserError;
import io.weir.job.option.JobOptions;
import io.weir.rule.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code weir cluster up}: starts what does not run. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "weir cluster up [--dir FOLDER] [--ui-port PORT] [--kafka-port PORT] [--topics NAME[,NAME…]] [-D KEY=VALUE]…",
            "                       [--application [--jar FILE] OPTIONS OF THE JOB]"
        },
        description = {
            "Starts a job manager, two task managers, a broker and ZooKeeper, or those of them that do not run.",
            "Jobs that ran before go on by themselves. Without --application it is a session cluster, which takes jobs by 'weir submit'."
        },
        footer = {"", "Exit code: 0 done, 2 usage or input error."})
final class UpCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What Kafka takes for a topic's name. */
    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    private final Streams streams;

    @Mixin
    private final ClusterOptions options = new ClusterOptions();

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Of Flink's web interface in a new cluster, 0 for any (default: ${DEFAULT-VALUE}).")
    private int ui;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Of the broker in a new cluster, 0 for any (default: ${DEFAULT-VALUE}).")
    private int kafka;

    @Option(
            names = "--topics",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "windows,alerts,dead-letters",
            description = "Topics to make where they are not there yet (default: ${DEFAULT-VALUE}).")
    private List<String> topics = List.of();

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "A setting of Flink, in place of the one in flink-conf/config.yaml.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--application",
            description =
                    "The new cluster is for one job alone, which its job manager starts: what is left over are that job's options.")
    private boolean application;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The job's jar, with --application (default: that of this build, target/weir-…-job.jar).")
    private @Nullable Path jar;

    @Unmatched
    private List<String> job = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    UpCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        requireSensible();
        var cluster = options.cluster(streams);
        if (application) {
            requireNew(cluster);
        }
        cluster.configure(ui, kafka, settings);
        if (application) {
            cluster.keep(application(cluster));
        }
        cluster.up(topics);
        streams.say("Flink's web interface is at " + cluster.flink().address() + ", the broker at " + cluster.kafka());
        streams.say("all of it is in " + cluster.folder().root()
                + (cluster.isApplication() ? "" : "; put the job on it: weir submit")
                + "; end it: weir cluster down");
        if (cluster.isApplication()) {
            awaitJob(cluster);
        }
        return ExitCode.OK;
    }

    private void awaitJob(LocalCluster cluster) {
        var started = cluster.applicationsJob();
        started.awaitRunning(PATIENCE, false);
        streams.say(
                "job " + started.id() + " runs; its page is " + cluster.flink().page(started.id()));
    }

    private void requireSensible() {
        if (!application && !(job.isEmpty() && jar == null)) {
            var first = jar == null ? job.get(0) : "--jar";
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "'" + first + "' is no option of a session cluster; one that is for a job alone: --application");
        }
        topics.stream()
                .filter(topic -> !TOPIC.matcher(topic).matches())
                .findFirst()
                .ifPresent(topic -> {
                    throw new CommandError(
                            "--topics: '" + Printable.of(topic)
                                    + "' is no name of a topic; write up to 249 letters of ASCII, digits, dots, underscores and dashes");
                });
    }

    /** What can be found wrong with the job's jar, options and rules is said before anything is made, and not in the job manager's log. */
    private void requireNew(LocalCluster cluster) {
        if (cluster.isThere()) {
            throw new CommandError("there is a cluster in " + cluster.folder().root()
                    + " already: remove it (weir cluster down --delete), or choose another --dir");
        }
        try {
            var arguments = JobTarget.withBroker(job, Ports.LOOPBACK + ":" + kafka);
            var wanted = JobOptions.parse(arguments.toArray(String[]::new)).settings();
            Submission.requireRules(wanted, streams.err());
            TargetOptions.jar(jar);
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private Submissions.Kept application(LocalCluster cluster) {
        var arguments = JobTarget.withBroker(job, cluster.kafka().servers());
        return Submissions.Kept.here(TargetOptions.jar(jar), arguments);
    }
}
