package io.weir.cli;

import io.weir.job.UserError;
import io.weir.job.kafka.KafkaCluster;
import io.weir.job.kafka.TopicRelay;
import io.weir.job.kafka.TopicWriter;
import io.weir.job.option.KafkaOptions;
import io.weir.job.preflight.Preflight;
import io.weir.job.sink.DeadLetterReader;
import io.weir.job.sink.FolderSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir reprocess}: dead letters, put through again. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Puts what could not be read into a topic again, after a shipper or a build of Weir was mended.",
            "Of a topic of dead letters each is put through once, however often this is run; what can't be read this time"
                    + " either is a new dead letter."
        },
        footer = {"", "Exit code: 0 done, 2 usage or input error."})
final class ReprocessCommand implements Callable<Integer> {

    private static final String GROUP = "weir-reprocess";

    private final Streams streams;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--dead-letters-topic", paramLabel = "NAME", description = "Topic of dead letters.")
    private @Nullable String deadLettersTopic;

    @Option(names = "--dead-letters", paramLabel = "PATH", description = "Folder of dead letters, or a file.")
    private @Nullable Path deadLetters;

    @Option(
            names = "--topic",
            required = true,
            paramLabel = "NAME",
            description = "Topic of telemetry to put them into.")
    private String topic = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only those whose reason has this in it; the others are passed over for good.")
    private String reason = "";

    private long cut;
    private long passedOver;
    private long strange;

    ReprocessCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if ((deadLetters == null) == (deadLettersTopic == null)) {
            throw new CommandError("say where the dead letters are: --dead-letters-topic NAME or --dead-letters PATH");
        }
        try {
            long put = put(kafka.cluster("reprocess"));
            streams.say(put + " dead letters put into " + topic
                    + (passedOver > 0 ? ", " + passedOver + " of another kind passed over" : "")
                    + (cut > 0 ? ", " + cut + " left out, of which only the beginning was kept" : "")
                    + (strange > 0 ? ", " + strange + " left out that are no dead letters" : ""));
            return ExitCode.OK;
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private long put(KafkaCluster cluster) {
        if (deadLettersTopic != null) {
            if (deadLettersTopic.equals(topic)) {
                throw new CommandError("--dead-letters-topic and --topic are both " + topic + "; name two topics");
            }
            Preflight.requireTopic(cluster, deadLettersTopic);
            Preflight.requireTopic(cluster, topic);
            return new TopicRelay(cluster, deadLettersTopic, topic, GROUP).run(this::bytes);
        }
        return putFiles(cluster, deadLetters == null ? Path.of("") : deadLetters);
    }

    private long putFiles(KafkaCluster cluster, Path path) {
        long put = 0;
        Preflight.requireTopic(cluster, topic);
        try (var writer = TopicWriter.to(cluster, topic)) {
            for (var file : files(path)) {
                put += putFile(file, writer);
            }
            writer.flush();
            return put;
        }
    }

    private static List<Path> files(Path path) {
        try (var walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || isDeadLetterFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandError("--dead-letters: " + path + " can't be read: " + e.getMessage(), e);
        }
    }

    /** A part that is not finished yet is hidden. */
    private static boolean isDeadLetterFile(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("dead-letters") && name.endsWith(FolderSink.SUFFIX);
    }

    private long putFile(Path file, TopicWriter writer) {
        long put = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var bytes = bytes(line.getBytes(StandardCharsets.UTF_8));
                if (bytes.isPresent()) {
                    writer.send((int) put++, bytes.get());
                }
            }
            return put;
        } catch (IOException e) {
            throw new CommandError("--dead-letters: " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private Optional<byte[]> bytes(byte[] letter) {
        try {
            var found = DeadLetterReader.read(letter);
            if (!found.isTelemetry() || !found.reason().contains(reason)) {
                passedOver++;
                return Optional.empty();
            }
            if (!found.isWhole()) {
                cut++;
                return Optional.empty();
            }
            return Optional.of(found.bytes());
        } catch (IOException e) {
            strange++; // Nobody could take it out of a topic: whoever stopped here would stop here for good.
            return Optional.empty();
        }
    }
}
