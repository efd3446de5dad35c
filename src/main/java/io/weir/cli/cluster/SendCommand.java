package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import io.weir.job.UserError;
import io.weir.job.kafka.KafkaCluster;
import io.weir.job.kafka.TopicWriter;
import io.weir.job.option.KafkaOptions;
import io.weir.job.preflight.Preflight;
import io.weir.job.source.RecordLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir cluster send}: lines of files into a topic, as a collector would send them. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends each event of files as a record to a topic; those of one file keep their order.",
            "The broker is the local cluster's unless another is named."
        },
        footer = {"", "Exit code: 0 done, 2 usage or input error."})
final class SendCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private final ClusterOptions options = new ClusterOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = "windows",
            description = "Where to (default: ${DEFAULT-VALUE}).")
    private String topic = "";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of events in JSON, one a line or pretty-printed, or XML; compressed by gzip or not.")
    private List<Path> files = List.of();

    SendCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            var broker = broker();
            Preflight.requireTopic(broker, topic);
            long lines = send(broker);
            streams.say(lines + " records sent to " + topic);
            return ExitCode.OK;
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private long send(KafkaCluster broker) {
        try (var writer = TopicWriter.to(broker, topic)) {
            long lines = 0;
            for (int i = 0; i < files.size(); i++) {
                lines += send(files.get(i), i, writer);
            }
            writer.flush();
            return lines;
        }
    }

    private KafkaCluster broker() {
        return kafka.isGiven()
                ? kafka.cluster("send")
                : options.runningCluster(streams).kafka();
    }

    private static long send(Path file, int lane, TopicWriter writer) {
        long sent = 0;
        try (var lines = RecordLines.of(Files.newInputStream(file))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (!line.isWhole()) {
                    throw new CommandError(file + ":" + line.number() + ": " + line.problem());
                }
                if (!line.isBlank()) {
                    writer.send(lane, line.bytes());
                    sent++;
                }
            }
            return sent;
        } catch (NoSuchFileException e) {
            throw new CommandError("no file " + file, e);
        } catch (IOException e) {
            throw new CommandError(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
