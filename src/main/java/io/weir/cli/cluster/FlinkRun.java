package io.weir.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * {@code flink run}: Flink's own client in a process of its own, so that the classes of a job are those of its jar, of whatever build.
 *
 * @param libraries what Flink runs from
 * @param flink the cluster
 * @param said what the job says before it starts, such as which rules are refused
 */
record FlinkRun(ClusterLibraries libraries, FlinkRest flink, Consumer<String> said) {

    /** The class of the job. */
    static final String JOB = "io.weir.job.DetectionJob";

    private static final String OUR_ERROR = "io.weir.job.UserError: ";
    private static final String CAUSE = "Caused by: ";
    private static final String FAILED = "The program finished with the following exception";
    private static final Pattern SUBMITTED = Pattern.compile("Job has been submitted with JobID (\\p{XDigit}{32})");
    private static final Set<String> SETTINGS = Set.of("parallelism.default", "pipeline.max-parallelism");
    private static final int PATIENCE_MINUTES = 5;

    /**
     * Puts the job of a jar on the cluster.
     *
     * @param start to go on from
     * @return the job's id
     * @throws CommandError where the jar refuses its options, or the cluster the job
     */
    String submit(Submissions.Kept job, Start start) {
        try {
            var folder = Files.createTempDirectory("weir-submit-");
            try {
                Files.createFile(folder.resolve("config.yaml"));
                return run(folder, job.from(), command(job.jar(), job.arguments(), start));
            } finally {
                DownCommand.delete(folder);
            }
        } catch (IOException e) {
            throw new CommandError("Flink's client can't be started: " + e.getMessage(), e);
        }
    }

    private List<String> command(Path jar, List<String> arguments, Start start) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--add-opens=java.base/java.util=ALL-UNNAMED", // for a second API that the client sets up beside ours
                "-Dfile.encoding=UTF-8",
                "-Dlog4j2.level=OFF",
                "-cp",
                libraries.classPath("flink"),
                "org.apache.flink.client.cli.CliFrontend",
                "run",
                "--detached",
                "-t",
                "remote",
                "-Drest.address=" + flink.address().getHost(),
                "-Drest.port=" + flink.address().getPort(),
                "-c",
                JOB));
        command.addAll(ofTheJob(flink.configuration()));
        command.addAll(start.options());
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /**
     * What the cluster is configured with, as far as Flink takes it from whoever submits a job and not from the cluster: without it, checkpoints would be as Flink has
     * them by default.
     */
    static List<String> ofTheJob(Map<String, String> configuration) {
        return new TreeMap<>(configuration)
                .entrySet().stream()
                        .filter(setting -> isOfTheJob(setting.getKey()))
                        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                        .toList();
    }

    private static boolean isOfTheJob(String setting) {
        return setting.startsWith("execution.checkpointing.") || SETTINGS.contains(setting);
    }

    private String run(Path folder, Path from, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("FLINK_CONF_DIR", folder.toString());
        builder.environment().put("FLINK_PLUGINS_DIR", folder.toString());
        builder.environment().put("FLINK_LIB_DIR", libraries.jars("flink").toString());
        var process = builder.start();
        try (var output = process.inputReader(UTF_8)) {
            return read(output.lines().toList(), ended(process));
        }
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            throw new CommandError("the cluster did not take the job within " + PATIENCE_MINUTES + " minutes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new CommandError("interrupted while the job was submitted", e);
        }
    }

    private String read(List<String> lines, boolean isWell) {
        for (var line : lines) {
            var id = SUBMITTED.matcher(line);
            if (id.find()) {
                return id.group(1);
            }
            if (line.contains(FAILED)) {
                break;
            }
            if (isOurs(line)) {
                said.accept(line);
            }
        }
        throw new CommandError(
                isWell ? "Flink's client says nothing of a job: " + String.join(" ", lines) : reason(lines));
    }

    // What is left is Flink's: a rule of dashes, and what the JVM warns of.
    private static boolean isOurs(String line) {
        return !line.isBlank() && !line.startsWith("WARNING: ") && !line.matches("-{10,}");
    }

    private static String reason(List<String> lines) {
        var causes = lines.stream()
                .filter(line -> line.startsWith(CAUSE) || line.startsWith(OUR_ERROR))
                .toList();
        return causes.stream()
                .filter(line -> line.contains(OUR_ERROR))
                .map(line -> line.substring(line.indexOf(OUR_ERROR) + OUR_ERROR.length()))
                .findFirst()
                .or(() -> causes.stream()
                        .reduce((first, second) -> second)
                        .map(line -> Start.said(line.substring(CAUSE.length()))))
                .orElse("Flink's client failed: " + String.join(" ", lines));
    }
}
