package io.weir.job.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/**
 * Finds the files to read: those named, and of folders the files of telemetry at any depth, by the endings of their names. What begins with a
 * dot or an underscore is hidden. Each file is one split: a line number needs the lines before it.
 */
public final class TelemetryFiles implements FileEnumerator {

    /** The endings of files of telemetry, for people; each may be followed by {@code .gz}. */
    public static final String ENDINGS = ".json, .jsonl, .ndjson, .xml";

    private static final Pattern TELEMETRY = Pattern.compile(".*\\.(json|jsonl|ndjson|xml)(\\.gz)?");
    // Links may make a folder its own descendant.
    private static final int DEEPEST = 32;

    @Override
    public Collection<FileSourceSplit> enumerateSplits(Path[] paths, int wishedSplits) throws IOException {
        return find(List.of(paths)).stream().map(TelemetryFiles::split).toList();
    }

    /**
     * The files below these paths, each once, sorted by path.
     *
     * @throws IOException where a path is not there or cannot be read
     */
    public static List<FileStatus> find(Collection<Path> paths) throws IOException {
        var found = new TreeMap<String, FileStatus>();
        for (var path : paths) {
            var status = path.getFileSystem().getFileStatus(path);
            if (status.isDir()) {
                collect(path, DEEPEST, found);
            } else {
                found.put(status.getPath().toString(), status);
            }
        }
        return new ArrayList<>(found.values());
    }

    private static void collect(Path folder, int depth, SortedMap<String, FileStatus> found) throws IOException {
        for (var status : FolderListing.of(folder, TelemetryFiles::isVisible)) {
            var path = status.getPath();
            if (!status.isDir()) {
                if (isTelemetry(path.getName())) {
                    found.put(path.toString(), status);
                }
            } else if (depth > 1) {
                collect(path, depth - 1, found);
            }
        }
    }

    private static boolean isVisible(String name) {
        return !name.startsWith(".") && !name.startsWith("_");
    }

    private static boolean isTelemetry(String name) {
        return TELEMETRY.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static FileSourceSplit split(FileStatus file) {
        var path = file.getPath();
        return new FileSourceSplit(path.toString(), path, 0, file.getLen(), file.getModificationTime(), file.getLen());
    }
}
