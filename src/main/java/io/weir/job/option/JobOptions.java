package io.weir.job.option;

import io.weir.job.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the job: a mixin of {@code weir run}, and what {@code flink run} passes on. */
@Command(name = "weir", sortOptions = false, mixinStandardHelpOptions = false)
public final class JobOptions {

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

    @Option(
            names = "--rules",
            arity = "1..*",
            required = true,
            paramLabel = "PATH",
            description = "Sigma rules: files, or folders of them.")
    private List<Path> rules = new ArrayList<>();

    @Mixin
    private PipelineOption pipelines = new PipelineOption();

    @Option(names = "--strict", description = "Don't start where a rule is refused.")
    private boolean strict;

    @Mixin
    private RuleStoreOption store = new RuleStoreOption();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private SinkOptions sinks = new SinkOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Mixin
    private CorrelationOptions correlation = new CorrelationOptions();

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "DURATION",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description =
                    "How often progress is saved, and what exactly-once delivers is seen (default: ${DEFAULT-VALUE}).")
    private Duration checkpointInterval = Duration.ofSeconds(10);

    @Option(
            names = "--parallelism",
            paramLabel = "NUMBER",
            description = "How many tasks share each step (default: the cluster's own, or the number of processors).")
    private @Nullable Integer parallelism;

    /**
     * Reads arguments as {@code flink run} passes them on.
     *
     * @throws UserError where one of them is unknown, or cannot be read
     */
    public static JobOptions parse(String... arguments) {
        var options = new JobOptions();
        try {
            Usage.requirePaths(Usage.careful(new CommandLine(options)).parseArgs(arguments));
        } catch (ParameterException e) {
            throw new UserError(Usage.line(e), e);
        }
        return options;
    }

    /**
     * What the options say together.
     *
     * @throws UserError where they do not hold together
     */
    public JobSettings settings() {
        requireSensible();
        var settings = new JobSettings(
                rules,
                pipelines.names(),
                strict,
                store.store(),
                source.source(kafka, time.settings()),
                sinks.alerts(kafka),
                sinks.incidents(kafka),
                sinks.lateEvents(kafka),
                sinks.deadLetters(kafka),
                time.settings(),
                correlation.settings(),
                checkpointInterval,
                parallelism == null ? 0 : parallelism);
        Loops.requireNone(settings);
        if (kafka.isGiven() && !settings.hasTopics()) {
            throw new UserError("--bootstrap-servers and --kafka-properties are for topics, and none is named to read"
                    + " or to write; name one, or leave them out");
        }
        if (settings.ruleStore().isPresent() && settings.source().isBounded()) {
            throw new UserError(
                    "--rules-store is for a job that goes on and on; leave it out of one that ends by itself");
        }
        return settings;
    }

    private void requireSensible() {
        if (parallelism != null && parallelism < 1) {
            throw new UserError("--parallelism is at least 1, found " + parallelism);
        }
        if (checkpointInterval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new UserError(
                    "--checkpoint-interval is at least 100ms, found " + checkpointInterval.toMillis() + "ms");
        }
    }
}
