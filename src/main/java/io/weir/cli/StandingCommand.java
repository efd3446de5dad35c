package io.weir.cli;

import io.weir.alert.AlertReader;
import io.weir.alert.StandingAlerts;
import io.weir.job.UserError;
import io.weir.job.kafka.AlertTopic;
import io.weir.job.option.KafkaOptions;
import io.weir.job.preflight.Preflight;
import io.weir.job.sink.FolderSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code weir standing}: which alerts stand, by the changelog in a file, a folder or a topic. */
@Command(
        name = "standing",
        mixinStandardHelpOptions = true,
        version = "weir " + WeirCommand.VERSION,
        sortOptions = false,
        description =
                "Prints the alerts, or the incidents, that stand, one line of JSON each, sorted: the last word of the changelog on each.",
        footer = {"", "Exit code: 0 done, 2 usage or input error."})
final class StandingCommand implements Callable<Integer> {

    private static final String ALERTS = "alerts";
    private static final String INCIDENTS = "incidents";

    private final Streams streams;

    @Parameters(
            paramLabel = "PATH|TOPIC",
            description = "What 'weir run' wrote: a file, or a folder of them. With --bootstrap-servers, a topic.")
    private String place = "";

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    StandingCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var standing = new StandingAlerts();
        if (kafka.isGiven()) {
            addTopic(standing);
        } else {
            var files = files(Path.of(place));
            requireOneKind(files);
            requireOneFolder(files);
            if (files.isEmpty()) {
                streams.say("no finished file of alerts or incidents in " + place);
            }
            files.forEach(file -> addFile(file, standing));
        }
        try (var out = new Output(streams.out())) {
            standing.bodies().forEach(out::line);
        }
        return ExitCode.OK;
    }

    private void addTopic(StandingAlerts standing) {
        try {
            var cluster = kafka.cluster("standing");
            Preflight.requireTopic(cluster, place);
            new AlertTopic(cluster, place).read(standing::add);
        } catch (UserError e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.exists(path)) {
            throw new CommandError("no file or folder " + path + "; for a topic, add --bootstrap-servers HOST:PORT");
        }
        try (var walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || isAlertFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandError(path + " can't be read: " + e.getMessage(), e);
        }
    }

    /** A part that is not finished yet is hidden; dead letters lie beside the alerts. */
    private static boolean isAlertFile(Path file) {
        return file.toString().endsWith(FolderSink.SUFFIX) && (begins(file, ALERTS) || begins(file, INCIDENTS));
    }

    private static boolean begins(Path file, String kind) {
        return file.getFileName().toString().startsWith(kind);
    }

    private void requireOneKind(List<Path> files) {
        if (files.stream().anyMatch(file -> begins(file, ALERTS))
                && files.stream().anyMatch(file -> begins(file, INCIDENTS))) {
            throw new CommandError(
                    place + " has alerts and incidents in it; name the folder of the one or of the other");
        }
    }

    /** A run has one folder, and each run counts its changes from 1. */
    private void requireOneFolder(List<Path> files) {
        var folders = files.stream().map(Path::getParent).distinct().toList();
        if (folders.size() > 1) {
            throw new CommandError(place + " has what several runs wrote, in " + folders.get(0) + " and "
                    + folders.get(1) + (folders.size() > 2 ? " and more" : "") + "; name the folder of one");
        }
    }

    private static void addFile(Path file, StandingAlerts standing) {
        int number = 0;
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                standing.add(AlertReader.line(line));
            }
        } catch (CharacterCodingException e) {
            // What is read ahead may lie some lines on.
            throw new CommandError(file + ": no UTF-8, somewhere behind line " + number, e);
        } catch (IOException e) {
            throw new CommandError(file + ":" + Math.max(1, number) + ": " + e.getMessage(), e);
        }
    }
}
