package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.bench.engine.EngineBenchmark;
import io.weir.check.LoadedRules;
import io.weir.job.UserError;
import io.weir.job.source.RecordedLines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.util.FileUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/weir bench}: CPU time an event, of the whole job and of jobs that do less. */
@Command(
        name = "weir bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures what an event costs: CPU time of the whole process, less what the same job takes over an empty file."
                    + " Each case is a Flink job in an embedded cluster, at parallelism 1."
        })
final class JobBenchmark implements Callable<Integer> {

    /** Of the telemetry that several subtasks read, for none of them to read longer than the others. */
    private static final int PARTS = 32;

    private final PrintStream out;
    private final PrintStream progress;

    @Mixin
    private TelemetryOptions telemetry = new TelemetryOptions();

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "PATH",
            description = "A case more: the job with these rules, files or folders of them.")
    private List<Path> rules = new ArrayList<>();

    @Option(
            names = "--kafka",
            description = "Read from a topic, of a broker that is a process of its own, and write alerts to one.")
    private boolean kafka;

    @Option(
            names = "--copies",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "The telemetry so many times, of other hosts and at other hours: a stream that is not over before the compiler is done"
                            + " (default: ${DEFAULT-VALUE}).")
    private int copies;

    @Option(
            names = "--case",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only the first case and those whose names have this in them.")
    private String chosen = "";

    @Option(
            names = "--parallelism",
            arity = "1..*",
            paramLabel = "NUMBER",
            description =
                    "Only matching and the job with the most rules, each in so many subtasks, to see what they gain.")
    private List<Integer> parallelisms = new ArrayList<>();

    @Option(
            names = "--replace-rules",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description =
                    "Measure nothing but how long an event waits while all of --rules are replaced by others, so many times.")
    private int replacements;

    @Option(
            names = "--rounds",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "Rounds that count, each with every case (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "NUMBER",
            defaultValue = "2",
            description = "Rounds before, for the compiler (default: ${DEFAULT-VALUE}).")
    private int warmUps;

    private JobBenchmark(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Runs the benchmark and ends the process: 0 done, 2 usage or input error. */
    public static void main(String[] arguments) {
        var benchmark =
                new JobBenchmark(new PrintStream(System.out, true, UTF_8), new PrintStream(System.err, true, UTF_8));
        var command = new CommandLine(benchmark).addSubcommand(new EngineBenchmark(benchmark.out, benchmark.progress));
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("weir-bench-");
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

    private void measure(Path folder) throws Exception {
        requireSensible();
        out.println(Machine.described());
        out.printf(Locale.ROOT, "load average at the start: %.1f%n", Machine.load());
        if (replacements > 0) {
            ReloadBenchmark.run(files(folder), rules, replacements, out);
            return;
        }
        var cases = cases();
        var files = files(folder);
        if (kafka) {
            try (var broker = Broker.start(home(), folder.resolve("broker"), progress::println)) {
                measure(folder, TopicInput.filled(broker.kafka(), copies(files)), cases);
            }
        } else {
            boolean asTheyAre = parallelisms.isEmpty() && copies == 1;
            var read = asTheyAre ? files : copies(files).inParts(PARTS, folder);
            measure(folder, FileInput.of(read, folder), cases);
        }
    }

    private void measure(Path folder, Input input, List<Case> cases) throws Exception {
        int slots = cases.stream().mapToInt(Case::parallelism).max().orElseThrow();
        try (var cluster = Cluster.start(folder, slots)) {
            report(new Rounds(warmUps, rounds, progress).of(new Bench(cluster, input), cases));
        }
    }

    private Copies copies(List<Path> files) throws IOException {
        return new Copies(copies, RecordedLines.of(files));
    }

    private static Path home() {
        return Path.of(System.getProperty("weir.home", "")).toAbsolutePath();
    }

    private void requireSensible() {
        telemetry.requireSensible();
        if (rounds < 1 || warmUps < 0) {
            throw new UserError("--rounds is at least 1 and --warm-up at least 0, found " + rounds + " and " + warmUps);
        }
        if (parallelisms.stream().anyMatch(parallelism -> parallelism < 1)) {
            throw new UserError("--parallelism is at least 1, found " + parallelisms);
        }
        if (copies < 1) {
            throw new UserError("--copies is at least 1, found " + copies);
        }
        if (replacements > 0 && rules.isEmpty()) {
            throw new UserError("--replace-rules needs --rules");
        }
    }

    private List<Case> cases() {
        var pack = List.of(home().resolve("rules"));
        var cases = new ArrayList<>(List.of(Case.read(pack), Case.decode(pack)));
        add(cases, "rule pack", pack);
        if (rules.isEmpty()) {
            out.println("no --rules named: the cases with all rules of a folder are left out");
        } else {
            add(cases, "all of --rules", rules);
        }
        return chosen(parallelisms.isEmpty() ? cases : scaled(cases.subList(cases.size() - 2, cases.size())));
    }

    private List<Case> chosen(List<Case> cases) {
        var first = cases.get(0);
        return cases.stream()
                .filter(one -> one.equals(first) || one.name().contains(chosen))
                .toList();
    }

    private List<Case> scaled(List<Case> cases) {
        return cases.stream().flatMap(one -> parallelisms.stream().map(one::in)).toList();
    }

    private void add(List<Case> cases, String name, List<Path> paths) {
        try {
            var read = LoadedRules.read(paths);
            out.println(name + ": " + read.summary());
            cases.add(Case.match("match, " + name, paths, read));
            cases.add(Case.job("job, " + name, paths));
        } catch (IOException e) {
            throw new UserError("--rules: " + e.getMessage(), e);
        }
    }

    private List<Path> files(Path folder) throws IOException {
        out.println("telemetry: " + telemetry.described());
        return telemetry.files(folder);
    }

    private void report(List<Measured> measured) {
        out.printf(Locale.ROOT, "load average at the end: %.1f%n", Machine.load());
        out.printf(Locale.ROOT, "medians of %d rounds, after %d to warm up%n%n", rounds, warmUps);
        Table.print(measured, out);
    }
}
