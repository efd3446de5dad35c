package io.weir.bench.engine;

import io.weir.bench.Machine;
import io.weir.bench.TelemetryOptions;
import io.weir.check.LoadedRules;
import io.weir.job.UserError;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/weir bench engine}: CPU time an event of decoding and matching alone, beside other engines. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures decoding and matching without a job around it: CPU time of the one thread that does it. Each round"
                    + " measures each case in a JVM of its own, after passes for its compiler."
        })
public final class EngineBenchmark implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream progress;

    @Mixin
    private TelemetryOptions telemetry = new TelemetryOptions();

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Rules, files or folders of them (default: the rule pack).")
    private List<Path> rules = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "Rounds, each with every case (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "12",
            description =
                    "CPU time that each JVM has for its compiler; it measures for a third of that (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--rsigma", paramLabel = "PATH", description = "The program rsigma, to be measured beside Weir.")
    private @Nullable Path rsigma;

    @Option(
            names = "--case",
            paramLabel = "TEXT",
            description = "Only the cases whose names have that in them, and 'loading' where it is that.")
    private String only = "";

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "3g",
            description = "The heap of each JVM that measures (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    /** A benchmark that prints its table there, and what it is at to {@code progress}. */
    public EngineBenchmark(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("weir-bench-engine-");
        try {
            measure(folder);
            return ExitCode.OK;
        } catch (UserError e) {
            progress.println("weir: " + e.getMessage());
            return ExitCode.USAGE;
        } finally {
            FileUtils.deleteDirectoryQuietly(folder.toFile());
        }
    }

    private void measure(Path folder) throws IOException {
        requireSensible();
        var paths = rules.isEmpty()
                ? List.of(Path.of(System.getProperty("weir.home", "")).resolve("rules"))
                : rules;
        var given = loaded(paths);
        var rival = rsigma == null ? null : new Rsigma(rsigma, folder);
        out.println(Machine.described() + "; each measured in a JVM with a heap of " + heap);
        out.printf(Locale.ROOT, "load average at the start: %.1f%n", Machine.load());
        if (rival != null) {
            out.println(rival.version().lines().findFirst().orElse("rsigma"));
        }
        var lines = lines(folder);
        var workloads = new Workloads(folder, lines, given).all();
        var competition = new Competition(Jvm.likeThis(heap), paths, given, folder, rival, warmUp, progress);
        report(competition, chosen(workloads), workloads.get(0));
    }

    private List<Workload> chosen(List<Workload> workloads) {
        return workloads.stream()
                .filter(workload -> workload.name().contains(only))
                .toList();
    }

    private void report(Competition competition, List<Workload> chosen, Workload everything) throws IOException {
        boolean loads = "loading".contains(only);
        var order = new ArrayList<>(chosen);
        for (int round = 1; round <= rounds; round++) {
            for (var workload : order) {
                progress.printf(Locale.ROOT, "round %d of %d: %s%n", round, rounds, workload.name());
                competition.round(workload);
            }
            if (loads) {
                progress.printf(Locale.ROOT, "round %d of %d: loading%n", round, rounds);
                competition.load(everything);
            }
            Collections.rotate(order, 1);
        }
        out.printf(Locale.ROOT, "load average at the end: %.1f%n", Machine.load());
        out.printf(Locale.ROOT, "medians of %d rounds%n%n", rounds);
        EngineTable.print(competition.results(chosen), out);
        out.println();
        EngineTable.printGrowth(competition.results(chosen), out);
        if (loads) {
            out.println();
            EngineTable.printFigures(competition.loading(), out);
        }
    }

    private void requireSensible() {
        telemetry.requireSensible();
        if (rounds < 1 || warmUp < 0) {
            throw new UserError("--rounds is at least 1 and --warm-up at least 0, found " + rounds + " and " + warmUp);
        }
        if (rsigma != null && !Files.isExecutable(rsigma)) {
            throw new UserError("--rsigma: no program " + rsigma);
        }
    }

    private List<DetectionRule> loaded(List<Path> paths) {
        try {
            var loaded = LoadedRules.read(paths);
            out.println("rules: " + loaded.summary());
            if (loaded.rules().detections().isEmpty()) {
                throw new UserError("--rules: no rule is in force; `scripts/weir check` says of each what is wrong");
            }
            return loaded.rules().detections();
        } catch (IOException e) {
            throw new UserError("--rules: " + e.getMessage(), e);
        }
    }

    private List<byte[]> lines(Path folder) throws IOException {
        var lines = EventLines.unique(telemetry.files(folder));
        out.printf(Locale.ROOT, "telemetry: %,d different events: %s%n", lines.size(), telemetry.described());
        return lines;
    }
}
