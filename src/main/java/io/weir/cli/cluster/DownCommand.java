package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir cluster down}: ends all processes. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Ends all processes. What they keep stays, and 'weir cluster up' goes on with it.",
        footer = {"", "Exit code: 0 done, 2 usage or input error."})
final class DownCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private final ClusterOptions options = new ClusterOptions();

    @Option(names = "--delete", description = "Remove the cluster's folder, with its topics, jobs and checkpoints.")
    private boolean delete;

    DownCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var cluster = options.cluster(streams);
        if (!cluster.isThere()) {
            streams.say("there is no cluster in " + cluster.folder().root());
            return ExitCode.OK;
        }
        cluster.down();
        if (delete) {
            delete(cluster.folder().root());
        }
        streams.say(
                "the cluster in " + cluster.folder().root() + " is down" + (delete ? ", and the folder is gone" : ""));
        return ExitCode.OK;
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CommandError(folder + " can't be removed: " + e.getMessage(), e);
        }
    }
}
