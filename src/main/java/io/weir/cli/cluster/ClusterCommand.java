package io.weir.cli.cluster;

import io.weir.cli.Streams;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code weir cluster}: a Flink cluster and a Kafka broker on this machine. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "A real Flink cluster and a real Kafka broker on this machine, each process by itself, on loopback.")
public final class ClusterCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in.
    private CommandSpec spec;

    private ClusterCommand() {}

    /** The command and its own subcommands. */
    public static CommandLine of(Streams streams) {
        var cluster = new CommandLine(new ClusterCommand());
        List.of(new UpCommand(streams), new DownCommand(streams), new StatusCommand(streams), new SendCommand(streams))
                .forEach(cluster::addSubcommand);
        return cluster;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say up, down, status or send");
    }
}
