package io.weir.cli;

import io.weir.job.Submission;
import io.weir.job.option.JobOptions;
import io.weir.job.option.JobSettings;
import io.weir.job.run.EmbeddedRun;
import io.weir.job.run.Totals;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir run}: the job in a Flink cluster inside this process, live or as a replay. */
@Command(
        name = "run",
        description =
                "Runs the job here, in an embedded Flink cluster: over a topic, live or as a replay, or over files.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final JobOptions options = new JobOptions();

    @Override
    public Integer call() {
        run(options.settings(), System.err);
        return 0;
    }

    /**
     * Runs a job to its end, telling on the way.
     *
     * @param report where refused rules, progress and the summary go
     * @return what was counted
     */
    static Totals run(JobSettings settings, PrintStream report) {
        var submission = Submission.of(settings, report);
        try (var run = EmbeddedRun.of(settings, report)) {
            var environment = run.environment();
            submission.build(environment);
            var totals = run.run(environment, "weir");
            report.println(totals.line());
            return totals;
        }
    }
}
