package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule files as the job would take them: every rule is in force, or refused with a problem.
 *
 * @param files as they were read
 * @param rules the rules in force
 * @param problems why others were refused, by place
 */
public record LoadedRules(List<RuleFile> files, RuleSet rules, List<Problem> problems) {

    public LoadedRules {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Reads, parses and compiles the files, and those below the folders.
     *
     * @throws IOException where a path is not there or can't be read
     */
    public static LoadedRules read(Collection<Path> paths) throws IOException {
        return of(RuleParser.read(paths));
    }

    /** Parses and compiles files. */
    public static LoadedRules of(List<RuleFile> files) {
        var parsed = RuleParser.parse(files);
        var rules = RuleSet.compile(parsed.rules());
        var problems = Stream.concat(parsed.problems().stream(), rules.problems().stream())
                .sorted()
                .toList();
        return new LoadedRules(files, rules, problems);
    }

    /** How many rules are in force. */
    public int inForce() {
        return rules.detections().size() + rules.correlations().size();
    }

    /** One line: how many rules are in force, and how many problems keep others out. */
    public String summary() {
        var line = String.format(
                Locale.ROOT,
                "rules: %,d in force from %,d %s",
                inForce(),
                files.size(),
                files.size() == 1 ? "file" : "files");
        return problems.isEmpty() ? line : line + String.format(Locale.ROOT, ", %,d refused", refused());
    }

    /** How many rules, or whole files where no rule could be told, are refused. */
    public long refused() {
        return problems.stream()
                .map(problem -> problem.rule().isEmpty() ? problem.position().file() : problem.rule())
                .distinct()
                .count();
    }

    /**
     * The letters to the authors.
     *
     * @param most no more than these are told whole; the rest is counted
     */
    public String letters(int most) {
        var letters = problems.stream().limit(most).map(Problem::render).collect(Collectors.joining("\n"));
        int rest = problems.size() - most;
        return rest <= 0 ? letters : letters + String.format(Locale.ROOT, "%n… and %,d more problems%n", rest);
    }
}
