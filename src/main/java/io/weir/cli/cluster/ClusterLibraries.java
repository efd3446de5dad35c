package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The jars that the processes of a cluster run from, a folder for each kind: Maven copies them there from its artifacts, on first use and when
 * what is wanted has changed ({@code scripts/cluster/pom.xml}).
 *
 * @param folder of the folders
 */
record ClusterLibraries(Path folder) {

    private static final int PATIENCE_MINUTES = 20;

    /** Those of the project in that folder, fetched if they are not there. */
    static ClusterLibraries of(Path project, Consumer<String> said) {
        var libraries = new ClusterLibraries(project.resolve("target/cluster-lib"));
        var wanted = wanted(project.resolve("scripts/cluster"));
        if (!wanted.equals(libraries.made())) {
            said.accept("fetching what a cluster runs from (Maven), which takes a minute the first time ...");
            libraries.clear(); // Of a jar that is there in two versions, either might be taken.
            fetch(project);
            libraries.note(wanted);
        }
        return libraries;
    }

    /** The class path of one kind of process: its folder's jars. */
    String classPath(String kind) {
        return folder.resolve(kind) + "/*";
    }

    Path jars(String kind) {
        return folder.resolve(kind);
    }

    private static String wanted(Path build) {
        try (var files = Files.walk(build)) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandError(
                    "the cluster runs from the project's folder, and there is no " + build + "; start scripts/weir", e);
        }
    }

    private void clear() {
        if (Files.isDirectory(folder)) {
            DownCommand.delete(folder);
        }
    }

    private Path stamp() {
        return folder.resolve(".made-of");
    }

    private String made() {
        try {
            return Files.readString(stamp());
        } catch (IOException e) {
            return "";
        }
    }

    private void note(String wanted) {
        try {
            Files.writeString(stamp(), wanted);
        } catch (IOException e) {
            throw new CommandError(stamp() + " can't be written: " + e, e);
        }
    }

    private static void fetch(Path project) {
        var log = project.resolve("target/cluster-lib.log");
        var command = List.of(
                "mvn",
                "-B",
                "-ntp",
                "-f",
                project.resolve("scripts/cluster/pom.xml").toString(),
                "package");
        try {
            Files.createDirectories(log.getParent());
            var maven = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || maven.exitValue() != 0) {
                maven.destroyForcibly();
                throw new CommandError(
                        "Maven did not fetch them; see " + log + ", or run: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new CommandError("no mvn can be started; Apache Maven 3.8 or later is needed on the PATH", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandError("interrupted while Maven fetched what a cluster runs from", e);
        }
    }
}
