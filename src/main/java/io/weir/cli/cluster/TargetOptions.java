package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import io.weir.cli.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster a job is put on, and from which jar. */
final class TargetOptions {

    private static final String WITH_SCHEME = "[A-Za-z][A-Za-z0-9+.-]+:/.*";

    @Mixin
    private final ClusterOptions options = new ClusterOptions();

    @Option(
            names = "--jobmanager",
            paramLabel = "URL",
            description =
                    "Address of another cluster's job manager, such as http://flink:8081 (default: the local cluster).")
    private @Nullable String jobManager;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The job's jar (default: that of this build, target/weir-…-job.jar).")
    private @Nullable Path jar;

    @Option(
            names = "--leave-state",
            description =
                    "Leave what the savepoint has of steps that the job no longer has, such as a destination that is not"
                            + " named any more, or stages of correlations.")
    private boolean leavesState;

    /** That savepoint, or empty for none, to go on from. */
    Start start(String savepoint) {
        return new Start(savepoint, leavesState);
    }

    JobTarget target(Streams streams) {
        return jobManager == null
                ? JobTarget.on(options.runningCluster(streams), streams)
                : JobTarget.on(FlinkRest.at(jobManager), streams);
    }

    Path jar() {
        return jar(jar);
    }

    /** That jar, or this build's. */
    static Path jar(@Nullable Path given) {
        return required(given == null ? ofThisBuild() : given);
    }

    /** Whether it is this build's own jar. */
    boolean isOfThisBuild() {
        return jar == null;
    }

    static Path required(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandError("there is no jar " + file);
        }
        return file.toAbsolutePath();
    }

    /** Where a savepoint is, or is to be: a folder of this machine begins here, and not where the job manager was started. */
    static String place(String path) {
        return path.isEmpty() || path.matches(WITH_SCHEME)
                ? path
                : Path.of(path).toAbsolutePath().normalize().toString();
    }

    static Path ofThisBuild() {
        return built(ClusterOptions.project(), "job");
    }

    /** A jar that the project's build made. */
    static Path built(Path project, String kind) {
        var target = project.resolve("target");
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("weir-.*-" + kind + "\\.jar"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new CommandError("no weir-…-" + kind + ".jar is in " + target
                            + "; build it: mvn package -Dmaven.test.skip"));
        } catch (IOException e) {
            throw new CommandError(target + " can't be read: " + e.getMessage() + "; build: mvn package", e);
        }
    }
}
