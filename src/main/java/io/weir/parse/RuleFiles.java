package io.weir.parse;

import java.io.IOException;
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
 * below a folder that begin with a dot are passed by, for the same reason and for {@code .git}. A file found twice is read once.
 */
final class RuleFiles {

    private final Map<Path, Path> found = new LinkedHashMap<>();

    /** Adds a file, or all rule files below a folder, sorted by path. */
    void add(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        var files = Files.isDirectory(path) ? below(path) : List.of(path);
        for (var file : files) {
            found.putIfAbsent(file.toRealPath(), file);
        }
    }

    /** The files with their content, as much of it as a rule file may have and one byte more. */
    List<RuleFile> read() throws IOException {
        var files = new ArrayList<RuleFile>(found.size());
        for (var file : found.values()) {
            files.add(new RuleFile(file.toString(), start(file)));
        }
        return files;
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(SourceDecoder.LARGEST + 1);
        }
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
            boolean readable = attributes.isRegularFile() || attributes.isSymbolicLink();
            if (readable && isRule(file) && !isHidden(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
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
