package io.weir.cli;

import io.weir.check.BundledPipelines;
import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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

    private static final int SHOWN_PROBLEMS = 5;

    private final Streams streams;
    private final EventDecoder decoder = EventDecoder.standard();

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Sigma rule files, and folders with .yml and .yaml files below them.")
    private List<Path> rules = List.of();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Files of events in JSON, one a line or pretty-printed, or XML; compressed by gzip or not.")
    private List<String> events = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description =
                    "text for people, jsonl for programs: {\"file\":…,\"line\":N,\"rules\":[ids]}; text if not given.")
    private MatchPrinter.Format format = MatchPrinter.Format.TEXT;

    @Option(
            names = "--pipeline",
            paramLabel = "NAME|FILE",
            completionCandidates = BundledPipelines.class,
            description =
                    "What rules go through first: a pipeline in pySigma's format, or a bundled one (${COMPLETION-CANDIDATES}). May be given several times.")
    private List<String> pipelines = new ArrayList<>();

    @Option(names = "--strict", description = "End with exit code 2 if any rule is refused.")
    private boolean strict;

    MatchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        events.forEach(MatchCommand::requireFile);
        var loaded = load();
        streams.err().print(loaded.letters(SHOWN_PROBLEMS));
        streams.say(loaded.summary());
        if (strict && loaded.refused() > 0) {
            throw new CommandError("--strict: no rule may be refused");
        }
        if (loaded.inForce() == 0) {
            throw new CommandError("--rules: no rule is in force");
        }
        match(loaded);
        return ExitCode.OK;
    }

    private LoadedRules load() {
        var through = pipelines();
        streams.err().print(through.letters());
        through.refusal().ifPresent(refusal -> {
            throw new CommandError("--pipeline: " + refusal);
        });
        try {
            return LoadedRules.read(rules, through, RuleSet.DEFAULT_STAGES);
        } catch (IOException e) {
            throw new CommandError("--rules: " + e.getMessage(), e);
        }
    }

    private LoadedPipelines pipelines() {
        try {
            return LoadedPipelines.read(pipelines);
        } catch (IOException e) {
            throw new CommandError("--pipeline: " + e.getMessage(), e);
        }
    }

    private static void requireFile(String name) {
        var file = path(name);
        if (Files.isDirectory(file)) {
            throw new CommandError("--events: " + name + " is a folder; name the files in it");
        }
        if (!Files.exists(file)) {
            throw new CommandError("--events: no file " + name);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new CommandError("--events: '" + name + "' is no path: " + e.getReason(), e);
        }
    }

    private void match(LoadedRules loaded) {
        var printer = MatchPrinter.of(format, loaded);
        var tally = new Tally(streams);
        try (var out = new Output(streams.out())) {
            for (var file : events) {
                match(file, printer, out, tally);
            }
        }
        tally.sum();
    }

    private void match(String file, MatchPrinter printer, Output out, Tally tally) {
        try (var records = new EventRecords(Files.newInputStream(path(file)))) {
            for (var record = records.next(); record.isPresent(); record = records.next()) {
                match(record.get(), new MatchPrinter.Place(file, record.get().line()), printer, out, tally);
            }
        } catch (AccessDeniedException e) {
            throw new CommandError("--events: " + file + " can't be read; may this user read it?", e);
        } catch (IOException e) {
            throw new CommandError("--events: " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private void match(
            EventRecords.EventRecord record, MatchPrinter.Place place, MatchPrinter printer, Output out, Tally tally) {
        if (!record.problem().isEmpty()) {
            tally.unreadable(place, record.problem());
            return;
        }
        var decoded = decoder.decode(record.bytes(), Stamp.NONE);
        decoded.undecodable().forEach(part -> tally.unreadable(place, part.reason()));
        for (Event event : decoded.events()) {
            tally.event();
            printer.show(place, event).ifPresent(shown -> {
                tally.match();
                out.line(shown);
            });
        }
    }
}
