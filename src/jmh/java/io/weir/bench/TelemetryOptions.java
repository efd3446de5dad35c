package io.weir.bench;

import io.weir.cli.scenario.Scenario;
import io.weir.job.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The telemetry that is measured with: what is named, or generated. */
public final class TelemetryOptions {

    private static final long SEED = 7;

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Telemetry: files of one event a line, .gz ones too, or folders of them (default: generated).")
    private List<Path> events = new ArrayList<>();

    @Option(
            names = "--generate",
            paramLabel = "NUMBER",
            defaultValue = "200000",
            description = "How many events to generate where none are named (default: ${DEFAULT-VALUE}).")
    private int generated;

    /**
     * Finds out whether there can be such telemetry.
     *
     * @throws UserError where there can't
     */
    public void requireSensible() {
        if (generated < Scenario.FEWEST) {
            throw new UserError("--generate is at least " + Scenario.FEWEST + ", found " + generated);
        }
        for (var path : events) {
            if (!Files.exists(path)) {
                throw new UserError("--events: no file or folder " + path);
            }
        }
    }

    /**
     * Its files, those in folders one by one; what is generated goes to that folder.
     *
     * @throws UserError where there are none
     */
    public List<Path> files(Path folder) throws IOException {
        if (events.isEmpty()) {
            return Scenario.generate(SEED, generated, folder.resolve("telemetry"))
                    .files();
        }
        var files = new ArrayList<Path>();
        for (var path : events) {
            try (var walk = Files.walk(path)) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            throw new UserError("--events: no file in " + described());
        }
        return files;
    }

    /** For people. */
    public String described() {
        return events.isEmpty()
                ? String.format(Locale.ROOT, "generated, %,d events, seed %d", generated, SEED)
                : events.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
