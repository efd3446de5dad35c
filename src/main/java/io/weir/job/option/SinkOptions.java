package io.weir.job.option;

import io.weir.job.UserError;
import io.weir.job.sink.Delivery;
import io.weir.job.sink.Destination;
import io.weir.job.sink.FolderSink;
import io.weir.job.sink.TopicSink;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where alerts and dead letters go. */
public final class SinkOptions {

    private static final String DEAD_LETTERS = "dead-letters";

    @Option(names = "--alerts-topic", paramLabel = "NAME", description = "Topic that alerts go to.")
    private @Nullable String alertsTopic;

    @Option(names = "--output", paramLabel = "PATH", description = "Folder that alerts go to, as JSON Lines.")
    private @Nullable String output;

    @Option(
            names = "--terminal",
            description =
                    "Show alerts on the terminal, too; where no other place is named, they are shown there anyway.")
    private boolean terminal;

    @Option(names = "--dead-letters-topic", paramLabel = "NAME", description = "Topic for what could not be read.")
    private @Nullable String deadLettersTopic;

    @Option(
            names = "--dead-letters",
            paramLabel = "PATH",
            description =
                    "Folder for what could not be read (default: beside --output; else it is counted and logged).")
    private @Nullable String deadLetters;

    @Option(
            names = "--delivery",
            paramLabel = "WAY",
            defaultValue = "exactly-once",
            converter = DeliveryConverter.class,
            description = "Of topics: exactly-once, as late as the checkpoint interval, or at-least-once, at once"
                    + " (default: ${DEFAULT-VALUE}).")
    private Delivery delivery = Delivery.EXACTLY_ONCE;

    @Option(
            names = "--transactional-id-prefix",
            paramLabel = "TEXT",
            description =
                    "What names of transactions begin with; each job on a cluster needs its own (default: weir and the topic).")
    private @Nullable String transactionalIdPrefix;

    /** Where alerts go: at least one place. */
    List<Destination> alerts(KafkaOptions kafka) {
        var places = new ArrayList<Destination>();
        if (alertsTopic != null) {
            places.add(new Destination.Topic(topic("--alerts-topic", alertsTopic, kafka)));
        }
        if (output != null) {
            places.add(new Destination.Folder(new FolderSink(Paths.flink(output), "alerts")));
        }
        if (terminal || places.isEmpty()) {
            places.add(new Destination.Terminal());
        }
        return places;
    }

    /** Where dead letters go. */
    Destination deadLetters(KafkaOptions kafka) {
        if (deadLettersTopic != null) {
            requireOnePlace();
            return new Destination.Topic(topic("--dead-letters-topic", deadLettersTopic, kafka));
        }
        var folder = deadLettersFolder();
        return folder == null ? new Destination.Log() : new Destination.Folder(new FolderSink(folder, DEAD_LETTERS));
    }

    private void requireOnePlace() {
        if (deadLetters != null) {
            throw new UserError(
                    "dead letters go to --dead-letters-topic or to --dead-letters, not both; leave one out");
        }
        if (deadLettersTopic != null && deadLettersTopic.equals(alertsTopic)) {
            throw new UserError(
                    "--dead-letters-topic and --alerts-topic are both " + alertsTopic + "; name two topics");
        }
    }

    private @Nullable Path deadLettersFolder() {
        var alerts = output == null ? null : Paths.flink(output);
        if (deadLetters == null) {
            return alerts == null ? null : alerts.suffix("." + DEAD_LETTERS);
        }
        var folder = Paths.flink(deadLetters);
        if (folder.equals(alerts)) {
            throw new UserError("--dead-letters and --output are both " + output + "; name two folders");
        }
        return folder;
    }

    private TopicSink topic(String option, String name, KafkaOptions kafka) {
        var prefix = transactionalIdPrefix == null ? "weir" : transactionalIdPrefix;
        return new TopicSink(kafka.cluster(option), name, delivery, prefix + "-" + name);
    }
}
