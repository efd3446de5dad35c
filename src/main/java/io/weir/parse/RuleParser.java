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
     *
     * @throws IOException where a path is not there or can't be read
     */
    public static List<RuleFile> read(Collection<Path> paths) throws IOException {
        return List.of();
    }

    /** Parses files of one or more YAML documents each. What is wrong in a file is a problem of that file and touches no other. */
    public static ParsedRules parse(Collection<RuleFile> files) {
        return new ParsedRules(List.of(), List.of());
    }
}
