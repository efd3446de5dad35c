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

/** Where alerts, incidents, events that came too late, and dead letters go. */
public final class SinkOptions {

    private static final String DEAD_LETTERS = "dead-letters";
    private static final String INCIDENTS = "incidents";
    private static final String LATE = "late-events";

    @Option(names = "--alerts-topic", paramLabel = "NAME", description = "Topic that alerts go to.")
    private @Nullable String alertsTopic;

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "Folder that alerts go to, as JSON Lines; one for each run.")
    private @Nullable String output;

    @Option(
            names = "--terminal",
            description =
                    "Show alerts on the terminal, too; where no other place is named, they are shown there anyway.")
    private boolean terminal;

    @Option(names = "--incidents-topic", paramLabel = "NAME", description = "Topic that incidents go to.")
    private @Nullable String incidentsTopic;

    @Option(
            names = "--incidents",
            paramLabel = "PATH",
            description = "Folder that incidents go to, as JSON Lines (default: beside --output).")
    private @Nullable String incidents;

    @Option(
            names = "--late-events-topic",
            paramLabel = "NAME",
            description = "Topic for events that came later than --lateness allows.")
    private @Nullable String lateTopic;

    @Option(
            names = "--late-events",
            paramLabel = "PATH",
            description =
                    "Folder for events that came later than --lateness allows (default: beside --output; else they"
                            + " are only counted).")
    private @Nullable String late;

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
        if (isShown()) {
            places.add(new Destination.Terminal());
        }
        return places;
    }

    /** Where incidents go: beside the alerts, but to a topic only where one is named. */
    List<Destination> incidents(KafkaOptions kafka) {
        var places = new ArrayList<Destination>();
        if (incidentsTopic != null) {
            requireOthers("--incidents-topic", incidentsTopic, "--alerts-topic", alertsTopic);
            places.add(new Destination.Topic(topic("--incidents-topic", incidentsTopic, kafka)));
        }
        var folder = besideAlerts("--incidents", incidents, INCIDENTS);
        if (folder != null) {
            places.add(new Destination.Folder(new FolderSink(folder, INCIDENTS)));
        }
        if (isShown()) {
            places.add(new Destination.Terminal());
        }
        return places;
    }

    /** Where events go that came too late, if anywhere. */
    List<Destination> lateEvents(KafkaOptions kafka) {
        var places = new ArrayList<Destination>();
        if (lateTopic != null) {
            requireOthers("--late-events-topic", lateTopic, "--alerts-topic", alertsTopic);
            requireOthers("--late-events-topic", lateTopic, "--incidents-topic", incidentsTopic);
            requireOthers("--late-events-topic", lateTopic, "--dead-letters-topic", deadLettersTopic);
            places.add(new Destination.Topic(topic("--late-events-topic", lateTopic, kafka)));
        }
        var folder = besideAlerts("--late-events", late, LATE);
        if (folder != null) {
            places.add(new Destination.Folder(new FolderSink(folder, LATE)));
        }
        return places;
    }

    /** Where dead letters go. */
    Destination deadLetters(KafkaOptions kafka) {
        if (deadLettersTopic != null) {
            requireOnePlace();
            return new Destination.Topic(topic("--dead-letters-topic", deadLettersTopic, kafka));
        }
        var folder = besideAlerts("--dead-letters", deadLetters, DEAD_LETTERS);
        return folder == null ? new Destination.Log() : new Destination.Folder(new FolderSink(folder, DEAD_LETTERS));
    }

    private void requireOnePlace() {
        if (deadLetters != null) {
            throw new UserError(
                    "dead letters go to --dead-letters-topic or to --dead-letters, not both; leave one out");
        }
        requireOthers("--dead-letters-topic", deadLettersTopic, "--alerts-topic", alertsTopic);
        requireOthers("--dead-letters-topic", deadLettersTopic, "--incidents-topic", incidentsTopic);
    }

    private static void requireOthers(
            String option, @Nullable String topic, String other, @Nullable String otherTopic) {
        if (topic != null && topic.equals(otherTopic)) {
            throw new UserError(option + " and " + other + " are both " + topic + "; name two topics");
        }
    }

    /** The folder that an option names; where it names none, the one beside the alerts, if they go to a folder. */
    private @Nullable Path besideAlerts(String option, @Nullable String named, String suffix) {
        var alerts = output == null ? null : Paths.flink(output);
        if (named == null) {
            return alerts == null ? null : Paths.beside(alerts, "." + suffix);
        }
        var folder = Paths.flink(named);
        if (folder.equals(alerts)) {
            throw new UserError(option + " and --output are both " + output + "; name two folders");
        }
        return folder;
    }

    /** Whether the terminal shows what is found: it is asked to, or nobody else is told. */
    private boolean isShown() {
        return terminal || (alertsTopic == null && output == null);
    }

    private TopicSink topic(String option, String name, KafkaOptions kafka) {
        var prefix = transactionalIdPrefix == null ? "weir" : transactionalIdPrefix;
        return new TopicSink(kafka.cluster(option), name, delivery, prefix + "-" + name);
    }
}
