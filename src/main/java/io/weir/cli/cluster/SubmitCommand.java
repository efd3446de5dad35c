package io.weir.cli.cluster;

import io.weir.cli.Streams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code weir submit}: puts the job on a cluster. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis =
                "weir submit [--dir FOLDER | --jobmanager URL] [--jar FILE] [--savepoint PATH] [--leave-state] OPTIONS OF THE JOB",
        description = {
            "Puts the job on a Flink cluster, and says where its page is. All options of 'weir run' are options of the job.",
            "On the local cluster, --bootstrap-servers is that cluster's broker unless another is named."
        },
        footer = {
            "",
            "Exit code: 0 done, 2 usage or input error.",
            "",
            "scripts/weir submit --rules rules --topic windows --alerts-topic alerts --dead-letters-topic dead-letters"
        })
public final class SubmitCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Streams streams;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Option(
            names = "--savepoint",
            paramLabel = "PATH",
            defaultValue = "",
            description = "Savepoint or checkpoint to go on from.")
    private String savepoint = "";

    @Unmatched
    private List<String> job = new ArrayList<>();

    /** The command. */
    public SubmitCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var cluster = target.target(streams);
        var wanted = Submissions.Kept.here(target.jar(), cluster.arguments(job));
        var started = cluster.start(wanted, target.start(TargetOptions.place(savepoint)), PATIENCE, false);
        streams.say(
                "job " + started.id() + " runs; its page is " + cluster.flink().page(started.id()));
        return ExitCode.OK;
    }
}
