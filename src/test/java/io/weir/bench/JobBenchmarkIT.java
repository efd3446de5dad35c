package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs what {@code scripts/weir bench} runs, as it runs it: in a process of its own. */
@Timeout(300)
class JobBenchmarkIT {

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void everyCaseSeesAllEventsAndHasALineInTheTable() throws Exception {
        var ended = bench("--generate", "500", "--rounds", "1", "--warm-up", "0", "--rules", "rules");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("| ")).map(JobBenchmarkIT::nameAndEvents))
                .hasSize(7)
                .startsWith("Case: Events")
                .anyMatch(line -> line.matches("decode only: 50\\d"))
                .anyMatch(line -> line.matches("match, rule pack: 50\\d"))
                .anyMatch(line -> line.matches("job, rule pack: 50\\d"))
                .anyMatch(line -> line.matches("match, all of --rules: 50\\d"))
                .anyMatch(line -> line.matches("job, all of --rules: 50\\d"));
    }

    @Test
    void aTopicOfABrokerInItsOwnProcessIsReadToItsEnd() throws Exception {
        var ended = bench("--kafka", "--generate", "500", "--rounds", "1", "--warm-up", "0");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("| ")).map(JobBenchmarkIT::nameAndEvents))
                .hasSize(5)
                .anyMatch(line -> line.matches("read and count: 50\\d"))
                .anyMatch(line -> line.matches("job, rule pack: 50\\d"));
    }

    @Test
    void inSeveralSubtasksEachCaseSeesAllEventsToo() throws Exception {
        var ended = bench("--generate", "500", "--rounds", "1", "--warm-up", "0", "--parallelism", "1", "2");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("| ")).map(JobBenchmarkIT::nameAndEvents))
                .hasSize(5)
                .anyMatch(line -> line.matches("match, rule pack, parallelism 2: 50\\d"))
                .anyMatch(line -> line.matches("job, rule pack, parallelism 1: 50\\d"))
                .anyMatch(line -> line.matches("job, rule pack, parallelism 2: 50\\d"));
    }

    @Test
    void copiesAreReadOneAndAllByTheCasesThatWereChosen() throws Exception {
        var ended = bench("--generate", "500", "--rounds", "1", "--warm-up", "0", "--copies", "3", "--case", "job");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("| ")).map(JobBenchmarkIT::nameAndEvents))
                .hasSize(3)
                .anyMatch(line -> line.matches("read and count: 1,5\\d\\d"))
                .anyMatch(line -> line.matches("job, rule pack: 1,5\\d\\d"));
    }

    @Test
    void howLongAnEventWaitsForNewRulesIsToldForEachReplacement() throws Exception {
        var ended = bench("--generate", "500", "--rules", "rules", "--replace-rules", "2");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.matches("\\| [12] \\|.*")))
                .hasSize(2)
                .allMatch(line -> line.split(" *\\| *", -1).length == 8);
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() throws Exception {
        var ended = bench("--events", "no/such.ndjson");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isEqualToIgnoringNewLines("weir: --events: no file or folder no/such.ndjson");
    }

    @Test
    void everyEngineHasALineInTheTableOfEngines() throws Exception {
        var ended = bench("engine", "--generate", "600", "--rounds", "1", "--warm-up", "0", "--case", "creations");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("| process creations |")))
                .hasSize(6)
                .anyMatch(line -> line.contains("| decoding alone | – |"))
                .anyMatch(line -> line.contains("| plain evaluator | "))
                .anyMatch(line -> line.contains("| Weir, caches empty | 10,000 |"))
                .anyMatch(line -> line.contains("| Weir, steady | 10,000 |"));
        assertThat(ended.out()).contains("process creations, Weir, steady: 10,000 rules take ");
    }

    private static String nameAndEvents(String line) {
        var cells = line.split(" *\\| *", -1);
        return cells[1] + ": " + cells[2];
    }

    private Ended bench(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dweir.log=" + folder.resolve("log"),
                "-Dlog4j2.configurationFile=classpath:weir-log4j2.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "io.weir.bench.JobBenchmark"));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();
        var process = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(err)
                .start();
        int code = codeOf(process);
        return new Ended(code, Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
    }

    /** Its exit code; where the test is ended before it, by a timeout, it is ended, too, and what it has started. */
    private static int codeOf(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
