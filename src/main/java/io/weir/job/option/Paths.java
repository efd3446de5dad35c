package io.weir.job.option;

import io.weir.job.UserError;
import java.net.URI;
import java.net.URISyntaxException;
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
        return WITH_SCHEME.matcher(text).matches() ? remote(text) : local(text);
    }

    /**
     * The folder beside another whose name has this at its end.
     *
     * @throws UserError where the other is all of a file system, and has nothing beside it
     */
    static Path beside(Path folder, String ending) {
        if (folder.getParent() == null) {
            throw new UserError(folder + " is all of a file system, and has no room beside it; name a folder in it");
        }
        // Not by Path.suffix: it takes what is before a colon in the name for a scheme.
        var place = folder.toUri();
        return new Path(place.getScheme(), place.getAuthority(), place.getPath() + ending);
    }

    private static Path remote(String text) {
        try {
            return new Path(new URI(text));
        } catch (URISyntaxException e) {
            throw new UserError(
                    "'" + text + "' is no URI: " + e.getReason() + " at character " + (e.getIndex() + 1)
                            + "; in a URI a blank is %20",
                    e);
        }
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
