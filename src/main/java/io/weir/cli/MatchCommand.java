package io.weir.cli;

import io.weir.job.option.PipelineOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir match}: which rules match which events, and why, without a cluster. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        version = "weir " + WeirCommand.VERSION,
        description = "Shows for each event of files which rules match it, and why. Nothing is correlated.",
        footer = {
            "",
            "Matches go to standard output, refused rules, records that can't be read and counts to standard error.",
            "Exit code: 0 done, whether or not anything matched; 2 usage or input error."
        })
final class MatchCommand implements Callable<Integer> {

    private final Streams streams;

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Sigma rule files, and folders with .yml and .yaml files below them.")
    private List<Path> rules = List.of();

    @Mixin
    private EventsOption events = new EventsOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description =
                    "text for people, jsonl for programs: {\"file\":…,\"line\":N,\"rules\":[ids]}; text if not given.")
    private MatchPrinter.Format format = MatchPrinter.Format.TEXT;

    @Mixin
    private PipelineOption pipelines = new PipelineOption();

    @Option(names = "--strict", description = "End with exit code 2 if any rule is refused.")
    private boolean strict;

    MatchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var files = events.files();
        var loaded = GivenRules.load(rules, pipelines.names(), strict, streams);
        var printer = MatchPrinter.of(format, loaded);
        var tally = new Tally(streams);
        try (var out = new Output(streams.out())) {
            files.read(
                    tally,
                    (place, event) -> printer.show(place, event).ifPresent(shown -> {
                        tally.match();
                        out.line(shown);
                    }));
        }
        tally.sum();
        return ExitCode.OK;
    }
}
