package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.cli.cluster.ClusterCommand;
import io.weir.cli.cluster.SubmitCommand;
import io.weir.cli.cluster.UpgradeCommand;
import io.weir.cli.soak.SoakCommand;
import io.weir.job.option.Usage;
import io.weir.rule.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code weir} command: all it does, its subcommands do. */
@Command(
        name = "weir",
        mixinStandardHelpOptions = true,
        version = "weir " + WeirCommand.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        description = "Evaluates Sigma rules on Windows telemetry and correlates what matched, host by host.",
        footer = {"", "'scripts/weir bench' measures what an event costs (docs/performance.md)."})
final class WeirCommand implements Runnable {

    /** The version of this build; a test keeps it that of the project. */
    static final String VERSION = "0.1.0";

    private WeirCommand() {}

    /** Runs the command that the arguments name and gives its exit code: 0 done, 1 a check failed, 2 usage or input error. */
    static int run(Streams streams, String... args) {
        var weir = new CommandLine(new WeirCommand());
        subcommands(streams).forEach(weir::addSubcommand);
        weir.setOut(new PrintWriter(streams.out(), true, UTF_8));
        weir.setErr(new PrintWriter(streams.err(), true, UTF_8));
        weir.setCaseInsensitiveEnumValuesAllowed(true);
        Usage.careful(weir);
        weir.setExecutionStrategy(WeirCommand::execute);
        weir.setParameterExceptionHandler((problem, given) -> wrongUsage(problem, streams));
        weir.setExecutionExceptionHandler((problem, command, parsed) -> failure(problem, streams));
        try {
            return weir.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) { // picocli passes on what is no exception.
            return fault(e, streams);
        }
    }

    private static int execute(ParseResult parsed) {
        for (var command = parsed; command != null; command = command.subcommand()) {
            Usage.requirePaths(command);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static List<Object> subcommands(Streams streams) {
        return List.of(
                new DemoCommand(streams),
                new RunCommand(streams),
                new CheckCommand(streams),
                new StandingCommand(streams),
                new MatchCommand(streams),
                new WhyCommand(streams),
                ClusterCommand.of(streams),
                new SubmitCommand(streams),
                new UpgradeCommand(streams),
                new PublishCommand(streams),
                new ReprocessCommand(streams),
                new SoakCommand(streams));
    }

    private static int wrongUsage(CommandLine.ParameterException problem, Streams streams) {
        var command = problem.getCommandLine().getCommandSpec().qualifiedName();
        var said = oneLine(unknownCommand(problem).orElseGet(() -> Usage.line(problem)));
        streams.say(said + (said.endsWith("?") ? " See " : "; see ") + command + " --help");
        return ExitCode.USAGE;
    }

    private static Optional<String> unknownCommand(CommandLine.ParameterException problem) {
        var commands = problem.getCommandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
        return problem instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !commands.isEmpty()
                ? Optional.of("no command '" + unmatched.getUnmatched().get(0) + "'; write one of "
                        + String.join(", ", commands))
                : Optional.empty();
    }

    private static int failure(Exception problem, Streams streams) {
        if (problem instanceof OutputClosed) {
            return ExitCode.OK;
        }
        if (problem instanceof CommandError) {
            streams.say(oneLine(String.valueOf(problem.getMessage())));
            return ExitCode.USAGE;
        }
        return fault(problem, streams);
    }

    /** A bug, whose story is wanted; never the exit code of a check that failed. */
    private static int fault(Throwable fault, Streams streams) {
        fault.printStackTrace(streams.err());
        return ExitCode.USAGE;
    }

    private static String oneLine(String text) {
        return Printable.of(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "no command given");
    }
}
