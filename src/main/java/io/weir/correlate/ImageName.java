package io.weir.correlate;

import java.util.Locale;

/** How an executable is called: its file's name. Logs spell the folder in different ways (drive, device, system root). */
final class ImageName {

    private ImageName() {}

    /** Whether both may be the same: where one is not known, nothing speaks against it. */
    static boolean mayBeSame(String path, String other) {
        return path.isEmpty() || other.isEmpty() || areSame(path, other);
    }

    /** Whether both are known, and the same. */
    static boolean areSame(String path, String other) {
        return !path.isEmpty() && name(path).equals(name(other));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
    }
}
