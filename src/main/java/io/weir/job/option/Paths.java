package io.weir.job.option;

import io.weir.job.UserError;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.Path;

/** Paths as people write them: of this machine, or with the scheme of another file system. */
final class Paths {

    // One letter before the colon is a drive of Windows.
    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    private Paths() {}

    /** The path for Flink; a path without a scheme is one of this machine. */
    static Path flink(String text) {
        return WITH_SCHEME.matcher(text).matches() ? new Path(URI.create(text)) : local(text);
    }

    private static Path local(String text) {
        try {
            var path = java.nio.file.Path.of(text).toAbsolutePath().normalize();
            return new Path("file", "", path.toString());
        } catch (InvalidPathException e) {
            throw new UserError("'" + text + "' is no path: " + e.getReason(), e);
        }
    }
}
