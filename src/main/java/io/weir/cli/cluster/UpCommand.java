package io.weir.cli.cluster;

import io.weir.cli.Streams;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir cluster up}: starts what does not run. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a job manager, two task managers, a broker and ZooKeeper, or those of them that do not run.",
            "Jobs that ran before go on by themselves."
        })
final class UpCommand implements Callable<Integer> {

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

    UpCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var cluster = options.cluster(streams);
        cluster.configure(ui, kafka, settings);
        cluster.up(topics);
        streams.say("Flink's web interface is at " + cluster.flink().address() + ", the broker at " + cluster.kafka());
        streams.say("all of it is in " + cluster.folder().root()
                + "; put the job on it: weir submit, end it: weir cluster down");
        return ExitCode.OK;
    }
}
