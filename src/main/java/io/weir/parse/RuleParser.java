package io.weir.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Reads Sigma rule files. */
public final class RuleParser {

    private RuleParser() {}

    /**
     * Finds and reads rule files: the files named, and of folders all {@code .yml} and {@code .yaml} files below them, sorted by path.
     * Names below a folder that begin with a dot are passed by, and a file that is found twice is read once. Of a file that is larger
     * than a rule file may be, no more is read than {@link #parse} needs to refuse it.
     *
     * @return the files; empty where the folders have none
     * @throws IOException where a path is not there or can't be read
     */
    public static List<RuleFile> read(Collection<Path> paths) throws IOException {
        var files = new RuleFiles();
        for (var path : paths) {
            files.add(path);
        }
        return files.files();
    }

    /** Parses files of one or more YAML documents each. What is wrong in a file is a problem of that file and touches no other. */
    public static ParsedRules parse(Collection<RuleFile> files) {
        return parse(files, RuleReader.NONE);
    }

    /** The same; the reader is told of each rule and each filter. */
    public static ParsedRules parse(Collection<RuleFile> files, RuleReader reader) {
        var book = new RuleBook(reader);
        files.parallelStream().map(ParsedFile::of).toList().forEach(book::add);
        return book.close();
    }
}
