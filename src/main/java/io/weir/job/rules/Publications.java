package io.weir.job.rules;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * Which versions were published, in the order in which each was last: a file with a name a line. When a file was written does not tell it, since a version that is
 * published again is not written again, and copying changes it.
 */
record Publications(Path file) {

    private static final int MOST_BYTES = 1 << 20;

    /** The names, the last one last; none where nothing was written down. */
    List<String> names() throws IOException {
        var files = file.getFileSystem();
        if (!files.exists(file)) {
            return List.of();
        }
        try (var in = files.open(file)) {
            return new String(in.readNBytes(MOST_BYTES), US_ASCII)
                    .lines()
                    .filter(RuleStore::isName)
                    .toList();
        }
    }

    /** Writes down that a version is published. */
    void add(String name) throws IOException {
        var names = new ArrayList<>(names());
        names.remove(name);
        names.add(name);
        write(names);
    }

    /** Writes down these, and no others. */
    void write(List<String> names) throws IOException {
        try (var out = file.getFileSystem().create(file, WriteMode.OVERWRITE)) {
            out.write((String.join("\n", names) + "\n").getBytes(US_ASCII));
        }
    }
}
