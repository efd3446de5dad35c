package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.cli.scenario.Scenario;
import io.weir.job.UserError;
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
import picocli.CommandLine.Option;

/** {@code scripts/weir bench}: CPU time an event, of the whole job and of jobs that do less. */
@Command(
        name = "weir bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures what an event costs: CPU time of the whole process (job, cluster, compiler, garbage collector), less what the same"
                    + " job takes over an empty file. Each case is a Flink job in an embedded cluster at parallelism 1, from files to a"
                    + " folder of alerts."
        })
final class JobBenchmark implements Callable<Integer> {

    private static final long SEED = 7;

    private final PrintStream out;
    private final PrintStream progress;

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

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "PATH",
            description = "A case more: the job with these rules, files or folders of them.")
    private List<Path> rules = new ArrayList<>();

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
        System.exit(new CommandLine(benchmark).execute(arguments));
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
        out.println(Machine.described());
        out.printf(Locale.ROOT, "load average at the start: %.1f%n", Machine.load());
        var telemetry = telemetry(folder);
        try (var cluster = Cluster.start(folder)) {
            report(new Rounds(warmUps, rounds, progress).of(new Bench(cluster, folder, telemetry), cases()));
        }
    }

    private void report(List<Measured> measured) {
        out.printf(Locale.ROOT, "medians of %d rounds after %d to warm up%n%n", rounds, warmUps);
        Table.print(measured, out);
        if (rules.isEmpty()) {
            out.printf("%nno --rules named: the case with all rules of a folder is left out%n");
        }
    }

    private List<Path> telemetry(Path folder) throws IOException {
        if (!events.isEmpty()) {
            out.println("telemetry: " + events);
            return events;
        }
        out.printf(Locale.ROOT, "telemetry: a generated day, %,d events, seed %d%n", generated, SEED);
        return Scenario.generate(SEED, generated, folder.resolve("telemetry")).files();
    }

    private List<Case> cases() {
        var pack = List.of(Path.of(System.getProperty("weir.home", "")).resolve("rules"));
        var cases = new ArrayList<>(List.of(Case.read(pack), Case.decode(pack), Case.job("job, rule pack", pack)));
        if (!rules.isEmpty()) {
            cases.add(Case.job("job, all of --rules", rules));
        }
        return cases;
    }
}
