package io.weir.bench;

import io.weir.job.source.RecordedLines.Recorded;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Telemetry and {@link Copy copies} of it, all in one stream in the order of time: what a job that runs for days sees more of, without a compiler that is at
 * work all the time and caches that are empty. What is no name of a host and no time comes as often as there are copies.
 */
final class Copies {

    private record Line(Recorded line, Copy copy) {

        long time() {
            return copy.time(line.time());
        }
    }

    /** Takes lines. */
    interface Taker {
        void take(String host, byte[] line) throws IOException;
    }

    private final List<Line> lines;

    /** So many, with the telemetry itself. */
    Copies(int count, List<Recorded> telemetry) {
        lines = new ArrayList<>(count * telemetry.size());
        IntStream.range(0, count)
                .mapToObj(Copy::new)
                .forEach(copy -> telemetry.forEach(line -> lines.add(new Line(line, copy))));
        lines.sort(Comparator.comparingLong(Line::time));
    }

    /** Hands over every line. */
    void all(Taker taker) throws IOException {
        hand(lines, taker);
    }

    /** All lines in so many files in the folder, nothing packed; what comes in a row stays so, for records are like those before. */
    List<Path> inParts(int parts, Path folder) throws IOException {
        var made = new ArrayList<Path>();
        for (int part = 0; part < parts; part++) {
            var file = folder.resolve("part-" + part + ".ndjson");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                hand(lines.subList(border(part, parts), border(part + 1, parts)), (host, line) -> {
                    out.write(line);
                    out.write('\n');
                });
            }
            made.add(file);
        }
        return made;
    }

    private int border(int part, int parts) {
        return (int) ((long) lines.size() * part / parts);
    }

    private static void hand(List<Line> lines, Taker taker) throws IOException {
        for (var line : lines) {
            taker.take(line.copy().host(line.line().host()), line.copy().of(line.line()));
        }
    }
}
