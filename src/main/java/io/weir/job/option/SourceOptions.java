package io.weir.job.option;

import io.weir.job.UserError;
import io.weir.job.source.EndPoint;
import io.weir.job.source.InputFiles;
import io.weir.job.source.InputTopics;
import io.weir.job.source.StartPoint;
import io.weir.job.source.TelemetrySource;
import io.weir.job.source.TopicSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where telemetry comes from. */
public final class SourceOptions {

    private static final String DEFAULT_GROUP = "weir";

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Files of events in JSON, one a line or pretty-printed, or XML, compressed by gzip or not, or folders of them;"
                            + " instead of topics.")
    private List<String> input = new ArrayList<>();

    @Option(names = "--topic", arity = "1..*", paramLabel = "NAME", description = "Topics to read.")
    private List<String> topics = new ArrayList<>();

    @Option(
            names = "--topic-pattern",
            paramLabel = "REGEX",
            converter = PatternConverter.class,
            description = "Read all topics whose whole name fits, later ones too.")
    private @Nullable Pattern pattern;

    @Option(
            names = "--group-id",
            paramLabel = "NAME",
            description = "Consumer group that progress is committed for (default: " + DEFAULT_GROUP + ").")
    private @Nullable String group;

    @Option(
            names = "--from",
            paramLabel = "POINT",
            converter = StartPointConverter.class,
            description =
                    "Where to start in the topics: earliest, latest, committed, or a time such as 2026-01-31T08:00:00Z"
                            + " (default: committed, else earliest; earliest where --until says an end).")
    private @Nullable StartPoint from;

    @Option(
            names = "--until",
            paramLabel = "POINT",
            converter = EndPointConverter.class,
            description = "Where to end: never, latest, or a time (default: never).")
    private @Nullable EndPoint until;

    /**
     * The source that the options tell of.
     *
     * @throws UserError where they tell of none, or of several
     */
    TelemetrySource source(KafkaOptions kafka, TimeSettings time) {
        if (!input.isEmpty()) {
            requireNothingOfTopics();
            return new InputFiles(input.stream().map(Paths::flink).toList());
        }
        return topics(kafka, time);
    }

    private void requireNothingOfTopics() {
        if (!topics.isEmpty() || pattern != null) {
            throw new UserError("telemetry comes from --input or from topics, not from both; leave one out");
        }
        requireAbsent("--from", from);
        requireAbsent("--until", until);
        requireAbsent("--group-id", group);
    }

    private static void requireAbsent(String option, @Nullable Object value) {
        if (value != null) {
            throw new UserError(option + " is for topics; leave it out, --input reads its files from beginning to end");
        }
    }

    private InputTopics topics(KafkaOptions kafka, TimeSettings time) {
        var selection = selection(kafka);
        var cluster = kafka.cluster(selection.isPattern() ? "--topic-pattern" : "--topic");
        var end = until == null ? EndPoint.NEVER : until;
        var start = from != null ? from : end.isBound() ? StartPoint.EARLIEST : StartPoint.COMMITTED;
        requireOrder(start, end);
        return new InputTopics(
                cluster,
                selection,
                group == null ? DEFAULT_GROUP : group,
                start,
                end,
                time.disorder(),
                time.idle(),
                time.align());
    }

    private TopicSelection selection(KafkaOptions kafka) {
        if (pattern != null) {
            if (!topics.isEmpty()) {
                throw new UserError("topics are named by --topic or found by --topic-pattern, not both; leave one out");
            }
            return TopicSelection.fitting(pattern);
        }
        if (topics.isEmpty()) {
            throw new UserError(
                    kafka.isGiven()
                            ? "say which topics to read: --topic NAME or --topic-pattern REGEX"
                            : "say where telemetry comes from: --input PATH, or --bootstrap-servers HOST:PORT with --topic NAME");
        }
        return TopicSelection.named(topics);
    }

    private static void requireOrder(StartPoint start, EndPoint end) {
        if (start.kind() == StartPoint.Kind.TIME
                && end.kind() == EndPoint.Kind.TIME
                && !start.time().isBefore(end.time())) {
            throw new UserError(
                    "--until " + end.time() + " is not after --from " + start.time() + "; nothing would be read");
        }
    }
}
