package io.weir.cli;

import io.weir.job.Submission;
import io.weir.job.UserError;
import io.weir.job.option.JobOptions;
import io.weir.job.option.JobSettings;
import io.weir.job.preflight.Preflight;
import io.weir.job.run.EmbeddedRun;
import io.weir.job.run.Totals;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code weir run}: the job in a Flink cluster inside this process, live or as a replay. */
@Command(
        name = "run",
        description =
                "Runs the job here, in an embedded Flink cluster: over a topic, live or as a replay, or over files.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 done, 2 usage or input error."})
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final JobOptions options = new JobOptions();

    private final Streams streams;

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            run(options.settings(), streams.err());
            return ExitCode.OK;
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Runs a job to its end, telling on the way.
     *
     * @param report where refused rules, progress and the summary go
     * @return what was counted
     * @throws UserError where something is wrong that whoever runs it can put right
     */
    static Totals run(JobSettings settings, PrintStream report) {
        Preflight.requireUnused(settings);
        var submission = Submission.of(settings, report);
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            submission.build(environment);
            var totals = run.run(environment, "weir", line -> report.println("weir: " + line));
            report.println("weir: " + totals.line());
            return totals;
        }
    }
}
