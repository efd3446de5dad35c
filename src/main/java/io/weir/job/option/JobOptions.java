package io.weir.job.option;

import io.weir.job.UserError;
import io.weir.job.sink.Destination;
import io.weir.job.source.InputTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options of the job: a mixin of {@code weir run}, and what {@code flink run} passes on. */
@Command(name = "weir", sortOptions = false, mixinStandardHelpOptions = false)
public final class JobOptions {

    private static final Pattern PATH = Pattern.compile("PATH|FOLDER|FILE");
    private static final Pattern NO_NUMBER = Pattern.compile("is not an? (?:int|long)\\b");
    private static final Pattern UNMATCHED = Pattern.compile("^Unmatched (arguments?) (?:at|from) index [0-9]+:");
    private static final Pattern NONE_OF =
            Pattern.compile("expected one of \\[([A-Z_, ]+)\\] \\(case-insensitive\\) but was (.*)$");

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
            requirePaths(careful(new CommandLine(options)).parseArgs(arguments));
        } catch (ParameterException e) {
            throw new UserError(line(e), e);
        }
        return options;
    }

    /** Sets a command that has these options so that an option which is misspelt is not taken for a value of the one before it. */
    public static CommandLine careful(CommandLine command) {
        return command.setUnmatchedOptionsAllowedAsOptionParameters(false);
    }

    /**
     * Sees to it that no path is empty, as one is whose shell variable is not set: it would be the current folder.
     *
     * @throws ParameterException where one is
     */
    public static void requirePaths(ParseResult parsed) {
        for (var given : parsed.matchedArgs()) {
            if (PATH.matcher(given.paramLabel()).find()
                    && given.originalStringValues().stream().anyMatch(String::isEmpty)) {
                var name = given instanceof OptionSpec option ? option.longestName() + ": " : "";
                throw new ParameterException(
                        parsed.commandSpec().commandLine(),
                        name + "expected " + given.paramLabel() + ", found an empty text");
            }
        }
    }

    /** What is wrong with a command's words, in one line; of an option that is misspelt that, and not that it is missing. */
    public static String line(ParameterException problem) {
        var unmatched = unmatched(problem);
        var suggestions =
                unmatched.map(UnmatchedArgumentException::getSuggestions).orElse(List.of());
        var named = unmatched.<ParameterException>map(one -> one).orElse(problem);
        var said = unmatched
                .flatMap(JobOptions::misspelt)
                .orElseGet(() -> inWords(Objects.requireNonNullElse(named.getMessage(), named.toString())));
        return suggestions.isEmpty() ? said : said + "; did you mean " + String.join(" or ", suggestions) + "?";
    }

    /** Names the options that are unknown, and not with them, as picocli does, the values that they would have. */
    private static Optional<String> misspelt(UnmatchedArgumentException problem) {
        var options = problem.getUnmatched().stream()
                .filter(word -> word.startsWith("-"))
                .toList();
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of((options.size() == 1 ? "Unknown option: '" : "Unknown options: '")
                        + String.join("', '", options) + "'");
    }

    /** Without what picocli says to programmers. */
    private static String inWords(String message) {
        // Of an option that is misspelt, picocli goes on to say what the one before it lacks.
        var said = NO_NUMBER.matcher(message.split("; Expected", 2)[0]).replaceAll("is no whole number");
        said = UNMATCHED.matcher(said).replaceFirst("Unexpected $1:");
        return NONE_OF.matcher(said)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "expected one of " + found.group(1).toLowerCase(Locale.ROOT) + ", found " + found.group(2)));
    }

    /** What picocli took for nothing it knows, which it forgets to say where something else is missing for it. */
    private static Optional<UnmatchedArgumentException> unmatched(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException one) {
            return Optional.of(one);
        }
        var command = problem.getCommandLine();
        return problem instanceof MissingParameterException
                        && !command.getUnmatchedArguments().isEmpty()
                ? Optional.of(new UnmatchedArgumentException(command, command.getUnmatchedArguments()))
                : Optional.empty();
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
        if (kafka.isGiven() && !hasTopics(settings)) {
            throw new UserError("--bootstrap-servers and --kafka-properties are for topics, and none is named to read"
                    + " or to write; name one, or leave them out");
        }
        if (settings.ruleStore().isPresent() && settings.source().isBounded()) {
            throw new UserError(
                    "--rules-store is for a job that goes on and on; leave it out of one that ends by itself");
        }
        return settings;
    }

    private static boolean hasTopics(JobSettings settings) {
        var written = Stream.of(settings.alerts(), settings.incidents(), settings.lateEvents())
                .flatMap(List::stream);
        return settings.source() instanceof InputTopics
                || Stream.concat(written, Stream.of(settings.deadLetters()))
                        .anyMatch(Destination.Topic.class::isInstance);
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
