package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JVM of its own for one measurement, with the class path of this one.
 *
 * @param options of it
 */
record Jvm(List<String> options) {

    Jvm {
        options = List.copyOf(options);
    }

    static Jvm of(String... options) {
        return new Jvm(List.of(options));
    }

    /** With the collector and the pages of this JVM, and a heap of that size. */
    static Jvm likeThis(String heap) {
        var options = new ArrayList<String>();
        options.add("-Xmx" + heap);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:+"))
                .forEach(options::add);
        return new Jvm(options);
    }

    /** The option that names the archive of classes, if this JVM was started with one: {@code scripts/weir} does so. */
    static Optional<String> archive() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .findFirst();
    }

    /** Runs a main class to its end; the lines that it prints. */
    List<String> run(Class<?> main, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with code " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nothing interrupts the benchmark", e);
        }
        return lines;
    }
}
