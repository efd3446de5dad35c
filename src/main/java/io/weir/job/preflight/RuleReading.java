package io.weir.job.preflight;

import io.weir.job.UserError;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.Printable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Reads the rule files that a person named. What is in them is for the parser to say. */
public final class RuleReading {

    private RuleReading() {}

    /**
     * The rule files below these paths.
     *
     * @return at least one
     * @throws UserError where a path is not there, cannot be read, or is a folder without rule files
     */
    public static List<RuleFile> read(Collection<Path> paths) {
        paths.forEach(RuleReading::requireRules);
        return read("--rules", paths);
    }

    private static void requireRules(Path path) {
        var option = "--rules " + Printable.of(path.toString());
        if (read(option, List.of(path)).isEmpty()) {
            throw new UserError(option + " has no rule files; their names end with .yml or .yaml");
        }
    }

    private static List<RuleFile> read(String option, Collection<Path> paths) {
        try {
            return RuleParser.read(paths);
        } catch (NoSuchFileException e) {
            throw new UserError(option + " is not there; name a file or a folder that is", e);
        } catch (IOException e) {
            throw new UserError(
                    option + " cannot be read (" + Printable.of(e.toString()) + "); may this user read it?", e);
        }
    }
}
