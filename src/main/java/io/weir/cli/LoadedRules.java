package io.weir.cli;

import io.weir.match.RuleSet;
import io.weir.parse.RuleParser;
import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules from files, compiled.
 *
 * @param rules those in force
 * @param problems why others are refused, sorted by place
 */
record LoadedRules(RuleSet rules, List<Problem> problems) {

    LoadedRules {
        problems = List.copyOf(problems);
    }

    /**
     * Reads, parses and compiles the rules of files and folders.
     *
     * @throws CommandError where a path can't be read, or no rule is in force
     */
    static LoadedRules from(Collection<Path> paths) {
        var loaded = load(paths);
        if (loaded.inForce() == 0) {
            loaded.problems.stream().findFirst().ifPresent(first -> {
                throw new CommandError("no rule is in force, " + loaded.refused() + " refused; the first: "
                        + first.position().file() + ":" + first.position().line() + ": " + first.found());
            });
            throw new CommandError("no rules in " + shown(paths));
        }
        return loaded;
    }

    private static LoadedRules load(Collection<Path> paths) {
        try {
            var files = RuleParser.read(paths);
            if (files.isEmpty()) {
                throw new CommandError("no rule files (.yml, .yaml) in " + shown(paths));
            }
            var parsed = RuleParser.parse(files);
            return of(RuleSet.compile(parsed.rules()), parsed.problems(), new Excerpts(files));
        } catch (NoSuchFileException e) {
            throw new CommandError("--rules: no file or folder " + e.getFile(), e);
        } catch (AccessDeniedException e) {
            throw new CommandError("--rules: " + e.getFile() + " can't be read; may this user read it?", e);
        } catch (IOException e) {
            throw new CommandError("--rules: can't be read: " + e.getMessage(), e);
        }
    }

    private static LoadedRules of(RuleSet rules, List<Problem> unreadable, Excerpts excerpts) {
        var problems = new ArrayList<>(unreadable);
        rules.problems().stream().map(excerpts::add).forEach(problems::add);
        problems.sort(null);
        return new LoadedRules(rules, problems);
    }

    private static String shown(Collection<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** How many rules are in force. */
    int inForce() {
        return rules.detections().size() + rules.correlations().size();
    }

    /** How many rules are refused; a file that can't be read at all counts as one. */
    int refused() {
        return (int) problems.stream()
                .map(problem -> List.of(problem.position().file(), problem.rule()))
                .distinct()
                .count();
    }

    /** How the rule is called; only of one in force. */
    SigmaRule rule(String id) {
        return rules.rule(id).orElseThrow();
    }
}
