package io.weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files, and a folder for alerts.
 *
 * @param telemetry the files to read
 * @param empty one without a line
 * @param alerts where alerts go
 */
record FileInput(List<Path> telemetry, Path empty, Path alerts) implements Input {

    FileInput {
        telemetry = List.copyOf(telemetry);
    }

    /** Those files; what the jobs write goes below the folder. */
    static FileInput of(List<Path> telemetry, Path folder) throws IOException {
        var empty = Files.write(folder.resolve("nothing.ndjson"), new byte[0]);
        return new FileInput(telemetry, empty, folder.resolve("alerts"));
    }

    @Override
    public List<String> whole() {
        return options(telemetry);
    }

    @Override
    public List<String> nothing() {
        return options(List.of(empty));
    }

    private List<String> options(List<Path> files) {
        var options = new ArrayList<>(List.of("--output", alerts.toString(), "--input"));
        files.forEach(file -> options.add(file.toString()));
        return options;
    }
}
