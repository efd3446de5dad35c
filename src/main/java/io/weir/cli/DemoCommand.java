package io.weir.cli;

import io.weir.cli.scenario.Scenario;
import io.weir.job.UserError;
import io.weir.job.option.JobOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code weir demo}: the job over a generated working morning with an attack in its midst. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        version = "weir " + WeirCommand.VERSION,
        sortOptions = false,
        description =
                "Runs the job, in an embedded Flink cluster, over a generated morning of six machines, one of them under attack.",
        footer = {"", "Exit code: 0 done, 2 usage or input error."})
final class DemoCommand implements Callable<Integer> {

    private static final long SEED = 7;

    private final Streams streams;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Another seed, another morning (default: " + SEED + ").")
    private long seed = SEED;

    @Option(
            names = "--events",
            paramLabel = "NUMBER",
            description = "How many events to generate (default: " + Scenario.TWO_HOURS + ").")
    private int events = Scenario.TWO_HOURS;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where telemetry and alerts go (default: a new folder for temporary files).")
    private Path output = Path.of("");

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (events < Scenario.FEWEST) {
            throw new CommandError("--events: at least " + Scenario.FEWEST + ", found " + events);
        }
        try {
            var folder = folder();
            var telemetry = folder.resolve("telemetry");
            var alerts = folder.resolve("alerts");
            var story = Scenario.generate(seed, events, telemetry);
            streams.say(String.format(
                    Locale.ROOT,
                    "%,d events of six machines in %s; among them somebody opens the wrong attachment ...",
                    story.lines(),
                    telemetry));
            RunCommand.run(
                    JobOptions.parse(
                                    "--rules",
                                    rules().toString(),
                                    "--input",
                                    telemetry.toString(),
                                    "--output",
                                    alerts.toString(),
                                    "--terminal")
                            .settings(),
                    streams.err());
            streams.say("the alerts are in " + alerts + "; those that stand: scripts/weir standing " + alerts);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandError("the demo's files can't be written: " + e.getMessage(), e);
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private Path folder() throws IOException {
        return output.toString().isEmpty() ? Files.createTempDirectory("weir-demo-") : Files.createDirectories(output);
    }

    /** The rule pack, which lies beside the script that started this. */
    private static Path rules() {
        return Path.of(System.getProperty("weir.home", "")).resolve("rules");
    }
}
