package io.weir.job.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final String LOCAL = "file";
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
        for (var status : visible(folder)) {
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

    /** What is in a folder and not hidden. Flink takes what is before a colon in a name for a scheme, and times in names of files of this machine have colons. */
    private static List<FileStatus> visible(Path folder) throws IOException {
        var files = folder.getFileSystem();
        var place = folder.toUri();
        if (!LOCAL.equals(files.getUri().getScheme())) {
            return Arrays.stream(files.listStatus(folder))
                    .filter(status -> !isHidden(status.getPath().getName()))
                    .toList();
        }
        var found = new ArrayList<FileStatus>();
        try (var names = Files.newDirectoryStream(java.nio.file.Path.of(place.getPath()))) {
            for (var name : names) {
                // Not asked for its status: it may be a link to nothing, as editors leave them beside what they edit.
                if (!isHidden(name.getFileName().toString())) {
                    found.add(files.getFileStatus(new Path(place.getScheme(), place.getAuthority(), name.toString())));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    private static boolean isTelemetry(String name) {
        return TELEMETRY.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static FileSourceSplit split(FileStatus file) {
        var path = file.getPath();
        return new FileSourceSplit(path.toString(), path, 0, file.getLen(), file.getModificationTime(), file.getLen());
    }
}
