package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import io.weir.job.UserError;
import io.weir.job.kafka.KafkaCluster;
import io.weir.job.kafka.TopicWriter;
import io.weir.job.option.KafkaOptions;
import io.weir.job.preflight.Preflight;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
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
            "Sends each line of files as a record to a topic; the lines of one file keep their order.",
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
            description = "Files of events, one a line; .gz ones are unpacked.")
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
        long lines = 0;
        try (var in = open(file)) {
            for (var line = line(in); line.isPresent(); line = line(in)) {
                writer.send(lane, line.get());
                lines++;
            }
            return lines;
        } catch (IOException e) {
            throw new CommandError(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return new BufferedInputStream(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, 1 << 16);
    }

    // The bytes as they are: telemetry need not be text.
    private static Optional<byte[]> line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(2_048);
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return Optional.of(line.toByteArray());
    }
}
