package io.weir.job.preflight;

import io.weir.job.UserError;
import io.weir.job.source.TelemetryFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/** Whether there is telemetry to read under some paths. */
final class InputCheck {

    private InputCheck() {}

    static void requireTelemetry(List<Path> paths) {
        for (var path : paths) {
            var files = find(path);
            if (files.isEmpty()) {
                throw new UserError("--input " + shown(path) + " has no files of telemetry; their names end with "
                        + TelemetryFiles.ENDINGS + ", each with or without .gz");
            }
            files.forEach(InputCheck::requireReadable);
        }
    }

    private static List<FileStatus> find(Path path) {
        try {
            return TelemetryFiles.find(List.of(path));
        } catch (FileNotFoundException e) {
            throw new UserError("--input " + shown(path) + " is not there; name a file or a folder that is", e);
        } catch (IOException e) {
            throw new UserError("--input " + shown(path) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireReadable(FileStatus file) {
        var path = file.getPath();
        if (path.getName().toLowerCase(Locale.ROOT).endsWith(".evtx")) {
            throw new UserError("--input " + shown(path)
                    + " is a binary event log; make JSON Lines of it first: evtx_dump -o jsonl " + path.getName());
        }
        try (var in = path.getFileSystem().open(path)) {
            in.available();
        } catch (IOException e) {
            throw new UserError("--input " + shown(path) + " cannot be opened; may this user read it?", e);
        }
    }

    private static String shown(Path path) {
        return Shown.of(path);
    }
}
