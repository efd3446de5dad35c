package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of the cluster as the system knows it. It goes on when the command that started it ends; its file says which it is, by number and by
 * the time of its start, for numbers are used again.
 *
 * @param member which it is
 * @param folder where its file and logs are
 */
record MemberProcess(Member member, ClusterFolder folder) {

    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(5);
    private static final int PATIENCE_SECONDS = 15;

    /** Starts it in a folder, out of reach of the terminal's Ctrl-C. */
    void start(List<String> command, Path in, Map<String, String> environment) {
        var words = new ArrayList<>(command);
        if (Files.isExecutable(OWN_SESSION)) {
            words.add(0, OWN_SESSION.toString());
        }
        var builder = new ProcessBuilder(words)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.output(member).toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            Files.writeString(folder.pid(member), process.pid() + "\n" + started(process.toHandle()) + "\n");
        } catch (IOException e) {
            throw new CommandError(member.label() + " can't be started: " + e.getMessage(), e);
        }
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** The process, if it runs. */
    Optional<ProcessHandle> handle() {
        try {
            var lines = Files.readAllLines(folder.pid(member));
            var start = Instant.parse(lines.get(1));
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(start, started(process)).abs().compareTo(CLOCK_DRIFT) < 0);
        } catch (IOException | RuntimeException e) { // No file, or one that was cut off: no process of ours.
            return Optional.empty();
        }
    }

    boolean isRunning() {
        return handle().isPresent();
    }

    /** Asks it to end, and ends it where it does not. */
    void stop() {
        handle().ifPresent(process -> {
            process.destroy();
            if (!hasEnded(process)) {
                process.destroyForcibly();
                hasEnded(process);
            }
        });
        forget();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        handle().ifPresent(process -> {
            process.destroyForcibly();
            hasEnded(process);
        });
        forget();
    }

    /** Sends it a signal, if it runs. */
    void signal(String name) {
        handle().ifPresent(process -> {
            try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new CommandError("no kill can be started: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(folder.pid(member));
        } catch (IOException e) {
            throw new CommandError(folder.pid(member) + " can't be removed: " + e.getMessage(), e);
        }
    }
}
