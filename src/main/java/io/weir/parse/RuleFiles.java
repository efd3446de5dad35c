package io.weir.parse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds and reads rule files. Links are followed, since a mounted Kubernetes ConfigMap is made of them, but never in circles; names
 * below a folder that begin with a dot are passed by, for the same reason and for {@code .git}. A file found twice is read once. What
 * looks like a rule file below a folder and can't be read is a file with trouble: it hides no other.
 */
final class RuleFiles {

    private final Map<Path, RuleFile> found = new LinkedHashMap<>();

    /** Reads a file, or all rule files below a folder, sorted by path. */
    void add(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isDirectory(path)) {
            below(path).forEach(this::addFound);
        } else {
            addNamed(path);
        }
    }

    /** The files with their content, as much of it as a rule file may have and one byte more. */
    List<RuleFile> files() {
        return List.copyOf(found.values());
    }

    private void addNamed(Path file) throws IOException {
        var place = file.toRealPath();
        if (!found.containsKey(place)) {
            found.put(place, read(file));
        }
    }

    private void addFound(Path file) {
        try {
            addNamed(file);
        } catch (IOException e) {
            found.put(file.toAbsolutePath(), RuleFile.unreadable(file.toString(), trouble(file, e)));
        }
    }

    /** Only a regular file is read: a pipe or a device could keep the reader waiting for ever. */
    private static RuleFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            var trouble = Files.isDirectory(file) ? "a folder that this user may not read" : "no regular file";
            return RuleFile.unreadable(file.toString(), trouble);
        }
        try (var in = Files.newInputStream(file)) {
            return new RuleFile(file.toString(), in.readNBytes(SourceDecoder.LARGEST + 1));
        }
    }

    private static String trouble(Path file, IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        return Files.exists(file) ? String.valueOf(failure.getMessage()) : "a link that leads nowhere";
    }

    private static List<Path> below(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(folder, files));
        Collections.sort(files);
        return files;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> files;

        Visitor(Path root, List<Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isRule(file) && !isHidden(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            if (!(failure instanceof FileSystemLoopException)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isRule(Path file) {
            var name = name(file).toLowerCase(Locale.ROOT);
            return name.endsWith(".yml") || name.endsWith(".yaml");
        }

        private static boolean isHidden(Path file) {
            return name(file).startsWith(".");
        }

        private static String name(Path file) {
            return file.getFileName().toString();
        }
    }
}
