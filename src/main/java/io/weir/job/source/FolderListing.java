package io.weir.job.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/** What is in a folder of any file system: Flink's own listing takes what is before a colon in a name for a scheme, and times in names of files have colons. */
public final class FolderListing {

    private static final String LOCAL = "file";

    private FolderListing() {}

    /**
     * The files and folders in it, not those in folders in it, in no order.
     *
     * @param wanted by name; of others it is not asked what they are, as they may be links to nothing
     * @throws IOException where it can't be read
     */
    public static List<FileStatus> of(Path folder, Predicate<String> wanted) throws IOException {
        var files = folder.getFileSystem();
        var place = folder.toUri();
        if (!LOCAL.equals(files.getUri().getScheme())) {
            return Arrays.stream(files.listStatus(folder))
                    .filter(status -> wanted.test(status.getPath().getName()))
                    .toList();
        }
        var found = new ArrayList<FileStatus>();
        try (var names = Files.newDirectoryStream(java.nio.file.Path.of(place.getPath()))) {
            for (var name : names) {
                if (wanted.test(name.getFileName().toString())) {
                    found.add(files.getFileStatus(new Path(place.getScheme(), place.getAuthority(), name.toString())));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }
}
