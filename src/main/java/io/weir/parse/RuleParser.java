package io.weir.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** Reads Sigma rule files. */
public final class RuleParser {

    private RuleParser() {}

    /**
     * Reads one file's text, of one or more YAML documents.
     *
     * @param file the name that positions carry
     */
    public static ParsedRules parse(String file, String yaml) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads files and folders; of folders, all {@code .yml} and {@code .yaml} files below them, sorted by path.
     *
     * @throws IOException where a path is not there or can't be read; what is wrong within a file is a problem
     */
    public static ParsedRules read(Collection<Path> paths) throws IOException {
        throw new UnsupportedOperationException();
    }
}
