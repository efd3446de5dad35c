package io.weir.job.preflight;

import io.weir.job.UserError;
import io.weir.job.sink.FolderSink;
import io.weir.job.source.FolderListing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/** Whether a folder can be written to: it is made, and a file in it written and removed; and whether another run has written there. */
final class FolderCheck {

    private static final byte[] PROBE = "is there room?\n".repeat(512).getBytes(StandardCharsets.UTF_8);

    private FolderCheck() {}

    static void requireWritable(Path folder) {
        try {
            probe(folder);
        } catch (IOException e) {
            throw new UserError(
                    "folder " + Shown.of(folder) + " cannot be written to (" + reason(e)
                            + "); name another or make room",
                    e);
        }
    }

    private static void probe(Path folder) throws IOException {
        var files = folder.getFileSystem();
        files.mkdirs(folder);
        var probe = new Path(folder, ".weir-probe-" + UUID.randomUUID());
        try (var out = files.create(probe, WriteMode.NO_OVERWRITE)) {
            out.write(PROBE);
        } finally {
            files.delete(probe, false);
        }
    }

    /** Changes of two runs in one folder can't be folded: each run counts them from 1. */
    static void requireUnused(FolderSink sink) {
        if (isUsed(sink)) {
            throw new UserError("folder " + Shown.of(sink.folder()) + " has the " + sink.prefix()
                    + " of another run, and what stands can't be told of two; name another folder, or remove that one");
        }
    }

    private static boolean isUsed(FolderSink sink) {
        try {
            return sink.folder().getFileSystem().exists(sink.folder())
                    && !FolderListing.of(
                                    sink.folder(),
                                    name -> name.startsWith(sink.prefix()) && name.endsWith(FolderSink.SUFFIX))
                            .isEmpty();
        } catch (IOException e) {
            return false; // That it can't be written to either is found out next.
        }
    }

    private static String reason(IOException problem) {
        var message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }
}
