package io.weir.bench.engine;

import io.weir.job.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The engine rsigma, a program of its own.
 *
 * @param binary of it
 * @param folder for what it needs
 */
record Rsigma(Path binary, Path folder) {

    /** What it says of its version. */
    String version() throws IOException {
        var process = new ProcessBuilder(binary.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        await(process);
        return said;
    }

    /**
     * Events as it takes them.
     *
     * @param all of them, one a line
     * @param one the first of them alone
     * @param count how many there are
     */
    record Input(Path all, Path one, int count) {}

    /** Puts down events for it. */
    Input input(String name, List<byte[]> lines) throws IOException {
        return new Input(
                EventLines.write(folder.resolve(name + "-flat.ndjson"), lines),
                EventLines.write(folder.resolve(name + "-one.ndjson"), lines.subList(0, 1)),
                lines.size());
    }

    /** What it takes for the events, less what it takes for the first of them alone: that is reading rules. */
    Sample measure(Path rules, int count, Input input) throws IOException {
        long load = nanos(rules, input.one());
        long all = nanos(rules, input.all());
        long matches;
        try (var lines = Files.lines(answers())) {
            matches = lines.count();
        }
        return new Sample("rsigma", count, input.count() - 1, all - load, -1, matches);
    }

    private long nanos(Path rules, Path events) throws IOException {
        var process = new ProcessBuilder(
                        binary.toString(),
                        "--quiet",
                        "--no-stats",
                        "--output-format=ndjson",
                        "engine",
                        "eval",
                        "--rules=" + rules,
                        "--input-format=json",
                        "--logsource-routing",
                        "--no-detections",
                        "--event=@" + events)
                .redirectOutput(answers().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        long before = ChildTime.nanos();
        await(process.start());
        return ChildTime.nanos() - before;
    }

    /** One line for each match. */
    private Path answers() {
        return folder.resolve("rsigma-matches.ndjson");
    }

    private static void await(Process process) {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new UserError("--rsigma: it ended with code " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nothing interrupts the benchmark", e);
        }
    }
}
