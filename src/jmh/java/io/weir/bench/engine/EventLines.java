package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The lines of files, also of packed ones. */
final class EventLines {

    private EventLines() {}

    /** Each different line once, in the order of the files. */
    static List<byte[]> unique(Collection<Path> files) throws IOException {
        var seen = new HashSet<ByteBuffer>();
        var lines = new ArrayList<byte[]>();
        for (var file : files) {
            read(file, line -> {
                if (seen.add(ByteBuffer.wrap(line))) {
                    lines.add(line);
                }
            });
        }
        return lines;
    }

    /** Hands over every line of a file that is not empty. */
    static void read(Path file, Consumer<byte[]> reader) throws IOException {
        var bytes = Files.newInputStream(file);
        try (var in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8), 1 << 16)) {
            lines.lines().filter(line -> !line.isBlank()).forEach(line -> reader.accept(line.getBytes(UTF_8)));
        }
    }

    /** Writes lines to a file. */
    static Path write(Path file, Collection<byte[]> lines) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (var line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        return file;
    }
}
