package io.weir.job.preflight;

import io.weir.rule.Printable;
import org.apache.flink.core.fs.Path;

/** Paths as people know them. */
final class Shown {

    private Shown() {}

    /** Without the scheme where it is a file of this machine, and safe for a terminal. */
    static String of(Path path) {
        var uri = path.toUri();
        return Printable.of("file".equals(uri.getScheme()) ? path.getPath() : path.toString());
    }
}
