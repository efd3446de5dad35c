package io.weir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/weir}, in a project of its own with a Maven that builds nothing and a Java that says what it was told. */
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "dirname",
            "find",
            "flock",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "touch");

    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo build >>builds
            [ -z "${BROKEN:-}" ] || { echo 'error: no such symbol'; exit 1; }
            sleep 0.5
            mkdir -p target/lib target/bench-classes target/bench-lib
            touch target/weir-9.9.jar target/weir-9.9-job.jar
            """;

    private static final String JAVA = """
            #!/usr/bin/env bash
            if [ "$1" = -version ]; then
                echo "openjdk version \\"${VERSION:-17.0.15}\\" 2025-04-15" >&2
            else
                echo "in $PWD"
                printf 'word %s\\n' "$@"
            fi
            """;

    @TempDir
    Path folder;

    private Path project;
    private Path bin;
    private Path launcher;

    @BeforeEach
    void layOutAProject() throws IOException {
        project = folder.resolve("a project");
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(project.resolve("scripts"));
        Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(project.resolve("src/main/java/X.java"), "class X {}");
        Files.writeString(project.resolve("pom.xml"), "<project>\n  <version>9.9</version>\n</project>\n");
        launcher = Files.copy(Path.of("scripts/weir"), project.resolve("scripts/weir"));
        tool("mvn", MAVEN);
        tool("java", JAVA);
        tool("javac", "#!/usr/bin/env bash\n");
        for (var name : TOOLS) {
            call(name);
        }
    }

    @Test
    void buildsOnFirstUseAndNotAgain() throws Exception {
        var first = run(Map.of(), launcher, "match");
        var second = run(Map.of(), launcher, "match");

        assertThat(first.code()).isZero();
        assertThat(first.errors()).hasSize(1).first().asString().startsWith("weir: building for the first time");
        assertThat(second.code()).isZero();
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceHasChangedSince() throws Exception {
        run(Map.of(), launcher);
        Files.setLastModifiedTime(
                project.resolve("src/main/java/X.java"),
                FileTime.from(Instant.now().plusSeconds(1)));

        var result = run(Map.of(), launcher);

        assertThat(result.errors()).hasSize(1).first().asString().startsWith("weir: building what has changed");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void takesWhatMavenItselfHasBuilt() throws Exception {
        Files.createDirectories(project.resolve("target/lib"));
        Files.createDirectories(project.resolve("target/bench-classes"));
        Files.createDirectories(project.resolve("target/bench-lib"));
        Files.createFile(project.resolve("target/weir-9.9.jar"));
        Files.createFile(project.resolve("target/weir-9.9-job.jar"));

        assertThat(run(Map.of(), launcher).errors()).isEmpty();
    }

    @Test
    void runsInTheUsersFolderWithTheUsersWords() throws Exception {
        var result = run(Map.of("WEIR_JAVA_OPTS", "-Xmx1g -Da=b"), launcher, "match", "--events", "two words", "*");

        assertThat(result.output())
                .contains("in " + folder.toRealPath())
                .containsSubsequence("word -Xmx1g", "word -Da=b", "word -cp")
                .endsWith("word io.weir.cli.Weir", "word match", "word --events", "word two words", "word *");
    }

    @Test
    void letsFlinkSayWhatAnErrorIsAbout() throws Exception {
        var opened = "word --add-opens=java.base/java.lang=ALL-UNNAMED";

        assertThat(run(Map.of(), launcher, "run").output()).contains(opened);
        assertThat(run(Map.of(), launcher, "demo").output()).contains(opened);
        assertThat(run(Map.of(), launcher, "match").output()).doesNotContain(opened);
    }

    @Test
    void usesTheArchiveOfClassesWhereTheBuildHasLeftOne() throws Exception {
        var without = run(Map.of(), launcher, "match");
        var archive = Files.createFile(project.resolve("target/weir.jsa")).toRealPath();

        assertThat(without.output()).noneMatch(word -> word.contains("SharedArchiveFile"));
        assertThat(run(Map.of(), launcher, "match").output()).contains("word -XX:SharedArchiveFile=" + archive);
    }

    @Test
    void findsItsProjectThroughSymbolicLinks() throws Exception {
        var near = Files.createSymbolicLink(folder.resolve("near"), launcher);
        var far = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("far")).resolve("weir"), Path.of("../near"));

        assertThat(run(Map.of(), near).code()).isZero();
        assertThat(run(Map.of(), far).output())
                .contains("word " + project.toRealPath() + "/target/weir-9.9.jar:" + project.toRealPath()
                        + "/target/lib/*");
    }

    @Test
    void buildsOnceHoweverManyStartAtOnce() throws Exception {
        var started = new ArrayList<Process>();
        for (int i = 0; i < 4; i++) {
            started.add(start(Map.of(), launcher));
        }

        for (var process : started) {
            assertThat(finish(process).code()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsOnceAlsoWhereTheSystemHasNoFileLocks() throws Exception {
        Files.deleteIfExists(bin.resolve("flock"));
        var one = start(Map.of(), launcher);
        var other = start(Map.of(), launcher);

        assertThat(List.of(finish(one).code(), finish(other).code())).containsOnly(0);
        assertThat(builds()).isEqualTo(1);
        assertThat(project.resolve("target/.weir-lock.d")).doesNotExist();
    }

    @Test
    void namesTheLogOfAFailedBuildAndTriesAgainNextTime() throws Exception {
        var failed = run(Map.of("BROKEN", "yes"), launcher);
        var log = project.toRealPath().resolve("target/weir-build.log");

        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.errors()).last().asString().startsWith("weir: the build failed; see " + log);
        assertThat(log).hasContent("error: no such symbol");
        assertThat(run(Map.of(), launcher).code()).isZero();
    }

    @Test
    void asksForAJavaWhereThereIsNone() throws Exception {
        Files.delete(bin.resolve("java"));

        assertRefused(
                run(Map.of(), launcher),
                "weir: no java found; install a JDK 17 or later, or set JAVA_HOME to its folder");
    }

    @Test
    void asksForANewerJava() throws Exception {
        assertRefused(
                run(Map.of("VERSION", "1.8.0_392"), launcher),
                "weir: Java 17 or later is needed, " + bin.resolve("java")
                        + " is 1.8.0_392; set JAVA_HOME to the folder of a JDK 17 or" + " later");
    }

    @Test
    void takesAnEarlyAccessJava() throws Exception {
        assertThat(run(Map.of("VERSION", "27-ea"), launcher).code()).isZero();
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
        assertRefused(
                run(Map.of("JAVA_HOME", "/nowhere"), launcher),
                "weir: JAVA_HOME is /nowhere, where there is no bin/java; set it to the folder of a JDK 17 or later");
    }

    @Test
    void asksForMavenWhenItMustBuild() throws Exception {
        Files.delete(bin.resolve("mvn"));

        assertRefused(
                run(Map.of(), launcher), "weir: no mvn found; the build needs Apache Maven 3.8 or later on the PATH");
    }

    private static void assertRefused(Result result, String message) {
        assertThat(result.errors()).containsExactly(message);
        assertThat(result.code()).isEqualTo(2);
    }

    private record Result(int code, List<String> output, List<String> errors) {}

    private Result run(Map<String, String> environment, Path command, String... words) throws Exception {
        return finish(start(environment, command, words));
    }

    private Process start(Map<String, String> environment, Path command, String... words) throws IOException {
        var all = new ArrayList<String>(List.of(command.toString()));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "WEIR_JAVA_OPTS"));
        builder.environment().putAll(new HashMap<>(environment));
        builder.environment().put("PATH", bin.toString());
        return builder.start();
    }

    private static Result finish(Process process) throws Exception {
        var output = process.inputReader(UTF_8).lines().toList();
        var errors = process.errorReader(UTF_8).lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output, errors);
    }

    private long builds() throws IOException {
        return Files.readAllLines(project.resolve("builds")).size();
    }

    private void tool(String name, String script) throws IOException {
        var file = Files.writeString(bin.resolve(name), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A script that calls the system's own tool: none but these are on the path. */
    private void call(String name) throws IOException {
        var real = Stream.of("/usr/bin/", "/bin/")
                .map(place -> Path.of(place + name))
                .filter(Files::isExecutable)
                .findFirst();
        if (real.isPresent()) {
            tool(name, "#!/bin/sh\nexec " + real.get() + " \"$@\"\n");
        }
    }
}
