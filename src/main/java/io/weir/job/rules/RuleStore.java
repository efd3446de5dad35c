package io.weir.job.rules;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weir.parse.RuleFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * A folder with versions of the rules, which whoever writes rules and every task manager reach. Each version is a file of its own that nobody changes, named by a hash
 * of what is in it; the file {@code current} names the one that is to be in force, and {@code published} all that ever were to. Whoever may write here decides what is detected.
 */
public final class RuleStore implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String CURRENT = "current";
    private static final String PUBLISHED = "published";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}");
    private static final int LONGEST_NAME = 64;
    private static final String SUFFIX = ".zip";

    private final Path folder;

    private RuleStore(Path folder) {
        this.folder = folder;
    }

    /** The store in that folder, of any file system that Flink knows. */
    public static RuleStore at(Path folder) {
        return new RuleStore(folder);
    }

    /** What people call a version: 16 hexadecimal digits. */
    public static String name(long version) {
        return HexFormat.of().toHexDigits(version);
    }

    /** Whether that could be what people call a version. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The version that those files are, published or not: a hash of their names and contents. */
    public static long version(List<RuleFile> files) {
        return RuleArchive.version(files);
    }

    /** The file that has a version, or would have it. */
    public String place(long version) {
        return file(version).toString();
    }

    /**
     * The version that is to be in force; none as long as none was published, and where the folder is not there.
     *
     * @throws IOException where that can't be read, or names no version
     */
    public OptionalLong current() throws IOException {
        var file = new Path(folder, CURRENT);
        var files = file.getFileSystem();
        if (!files.exists(file)) {
            return OptionalLong.empty();
        }
        try (var in = files.open(file)) {
            var text = new String(in.readNBytes(LONGEST_NAME), US_ASCII).strip();
            if (!isName(text)) {
                throw new IOException(file + " names no version");
            }
            return OptionalLong.of(Long.parseUnsignedLong(text, 16));
        }
    }

    /**
     * The rule files of a version.
     *
     * @throws IOException where they can't be read, are too many, or are not what was published
     */
    public List<RuleFile> read(long version) throws IOException {
        var file = file(version);
        try (var in = new BufferedInputStream(file.getFileSystem().open(file))) {
            var files = RuleArchive.read(in);
            if (version(files) != version) {
                throw new IOException(file + " does not hold what its name says");
            }
            return files;
        }
    }

    /**
     * Adds a version and names it as the one that is to be in force. The same files once more are the same version.
     *
     * @return the version
     * @throws IOException where it can't be written, or is too large
     */
    public long publish(List<RuleFile> files) throws IOException {
        for (var file : files) {
            if (!file.trouble().isEmpty()) {
                throw new IOException(file.name() + " can't be read: " + file.trouble());
            }
        }
        long version = version(files);
        if (!has(version)) {
            var archive = new ByteArrayOutputStream();
            RuleArchive.write(files, archive);
            // There before it is named; whoever reads half a file sees that it is not what its name says.
            write(file(version), archive.toByteArray());
        }
        publications().add(name(version)); // Before it may be in force: what is removed is known from there alone.
        write(new Path(folder, CURRENT), (name(version) + "\n").getBytes(US_ASCII));
        return version;
    }

    /**
     * Of those versions the one that was published last; none where none of them is there.
     *
     * @throws IOException where that can't be found out
     */
    public OptionalLong latest(List<Long> versions) throws IOException {
        var names = publications().names();
        var latest = OptionalLong.empty();
        int place = Integer.MIN_VALUE;
        for (long version : versions) {
            var file = file(version);
            if (names.indexOf(name(version)) > place && file.getFileSystem().exists(file)) {
                latest = OptionalLong.of(version);
                place = names.indexOf(name(version));
            }
        }
        return latest;
    }

    /**
     * Removes all versions but those that were published last, and the one that is to be in force. What is not known to have been published stays.
     *
     * @param most so many stay
     * @return what was removed, the oldest first
     */
    public List<Long> prune(int most) throws IOException {
        var names = publications().names();
        var current = current();
        var removed = names.stream()
                .limit(Math.max(0, names.size() - most))
                .filter(name -> current.isEmpty() || !name.equals(name(current.getAsLong())))
                .toList();
        for (var name : removed) {
            var file = new Path(folder, name + SUFFIX);
            file.getFileSystem().delete(file, false);
        }
        if (!removed.isEmpty()) {
            publications()
                    .write(names.stream()
                            .filter(name -> !removed.contains(name))
                            .toList());
        }
        return removed.stream().map(name -> Long.parseUnsignedLong(name, 16)).toList();
    }

    private Publications publications() {
        return new Publications(new Path(folder, PUBLISHED));
    }

    /** Whether it is there whole: then it is left alone, for a job may be reading it. */
    private boolean has(long version) {
        try {
            read(version);
            return true;
        } catch (IOException e) { // Not there, or damaged: it is written.
            return false;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var out = file.getFileSystem().create(file, WriteMode.OVERWRITE)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new IOException(
                    file + " can't be written: " + Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private Path file(long version) {
        return new Path(folder, name(version) + SUFFIX);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
