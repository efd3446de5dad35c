package io.weir.cli;

import io.weir.correlate.Horizons;
import io.weir.job.UserError;
import io.weir.job.option.DurationConverter;
import io.weir.job.option.PipelineOption;
import io.weir.job.option.TimeSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir why}: why a rule matches events of files, and why not. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        version = "weir " + WeirCommand.VERSION,
        description = {
            "Says why a rule matches events of files, and why not: what was true, what was missing, and by how much.",
            "Of a detection: the events that match, then those that come nearest, with each test that failed."
                    + " Of a correlation: the alerts, then the groups that come nearest, and the matches that came to no group."
        },
        footer = {
            "",
            "Findings go to standard output, refused rules, records that can't be read and counts to standard error.",
            "Exit code: 0 done, whether or not anything matches; 2 usage or input error."
        })
final class WhyCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(paramLabel = "RULE", description = "A rule: its id, its name, its title, or the file that it is in.")
    private String rule = "";

    @Mixin
    private EventsOption events = new EventsOption();

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Sigma rule files, and folders with .yml and .yaml files below them: where RULE is, or what a correlation in RULE's file refers to.")
    private List<Path> rules = List.of();

    @Mixin
    private PipelineOption pipelines = new PipelineOption();

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "How many events, alerts or groups are told of each rule (default: ${DEFAULT-VALUE}).")
    private int limit = 3;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text for people, json for programs; text if not given.")
    private WhyPrinter.Format format = WhyPrinter.Format.TEXT;

    @ArgGroup(exclusive = false)
    private Live live = new Live();

    @Option(
            names = "--lineage-horizon",
            paramLabel = "DURATION",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How far back who started whom is known (default: ${DEFAULT-VALUE}).")
    private Duration lineageHorizon = Duration.ofHours(24);

    /** How events come where a topic brings them. Of files nothing is late, and it matters to nobody by how much. */
    private static final class Live {

        @Option(
                names = "--live",
                required = true,
                description =
                        "Take the events as if a topic brought them in this order: what comes too late is late. Without it nothing is, as in a run over files.")
        private boolean isOn;

        @Option(
                names = "--lateness",
                paramLabel = "DURATION",
                defaultValue = "24h",
                converter = DurationConverter.class,
                description =
                        "With --live: how far behind the watermark an event still counts (default: ${DEFAULT-VALUE}).")
        private Duration lateness = Duration.ofHours(24);

        @Option(
                names = "--disorder",
                paramLabel = "DURATION",
                defaultValue = "150s",
                converter = DurationConverter.class,
                description =
                        "With --live: how far the watermark is behind the newest event (default: ${DEFAULT-VALUE}).")
        private Duration disorder = Duration.ofSeconds(150);
    }

    WhyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new CommandError("--limit: at least 1, found " + limit);
        }
        var times = times();
        var horizons = new Horizons(times.lateness(), times.lineageHorizon());
        var files = events.files();
        var file = file();
        var loaded = GivenRules.load(paths(file), pipelines.names(), false, streams);
        var choice = new RuleChoice(loaded);
        var chosen = file.map(choice::in).orElseGet(() -> choice.named(rule));
        var inquiry = new Inquiry(loaded.rules(), chosen, horizons, live.isOn, times.disorder(), limit);
        var tally = new Tally(streams);
        files.read(tally, inquiry::observe);
        try (var out = new Output(streams.out())) {
            out.line(WhyPrinter.of(format, loaded.rules(), limit).print(inquiry.end(chosen)));
        }
        tally.read();
        return ExitCode.OK;
    }

    /** As a job would have them, which says where one is too long. */
    private TimeSettings times() {
        try {
            return new TimeSettings(
                    live.lateness, lineageHorizon, live.disorder, Duration.ofSeconds(60), Duration.ZERO);
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    /** The file that RULE names, if it names one. */
    private Optional<Path> file() {
        try {
            return Optional.of(Path.of(rule)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<Path> paths(Optional<Path> file) {
        if (file.isEmpty() && rules.isEmpty()) {
            throw new CommandError(
                    "no file " + rule + "; where is the rule of that id, name or title? Say so with --rules");
        }
        var paths = new ArrayList<>(rules);
        file.ifPresent(path -> paths.add(0, path));
        return paths;
    }
}
