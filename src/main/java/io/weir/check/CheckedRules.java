package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleReader;
import io.weir.parse.Yaml;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.Severity;
import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rule files with all that can be said against them.
 *
 * @param loaded the rules as the job would take them
 * @param problems why rules are refused, and what the checks found in the others, by place
 */
public record CheckedRules(LoadedRules loaded, List<Problem> problems) {

    public CheckedRules {
        problems = List.copyOf(problems);
    }

    /**
     * Reads, parses, compiles and checks the files, and those below the folders.
     *
     * @param pipelines what the rules go through before they are put in force
     * @param disabled what is not to be told; only what is no error can be silenced
     * @throws IOException where a path is not there, can't be read, or no file is below it; the message says so to whoever named the paths
     */
    public static CheckedRules read(Collection<Path> paths, LoadedPipelines pipelines, Set<ProblemCode> disabled)
            throws IOException {
        return of(LoadedRules.files(paths), pipelines, disabled);
    }

    /** Parses, compiles and checks files. */
    public static CheckedRules of(List<RuleFile> files, LoadedPipelines pipelines, Set<ProblemCode> disabled) {
        var read = new Read(new ArrayList<>(), new ArrayList<>());
        var loaded = LoadedRules.of(files, pipelines, RuleSet.DEFAULT_STAGES, read);
        var excerpts = new Excerpts(files);
        var silenced = new Silenced(files);
        var found = Stream.concat(
                        Linter.lint(read.rules(), read.filters(), loaded.rules()).stream(), silenced.unknown().stream())
                .filter(problem -> !disabled.contains(problem.code()) && !silenced.covers(problem))
                .map(excerpts::add);
        return new CheckedRules(
                loaded,
                Stream.concat(loaded.problems().stream(), found)
                        .map(CheckedRules::mended)
                        .sorted()
                        .toList());
    }

    /** What could be read. */
    private record Read(List<LintedRule> rules, List<LintedRule> filters) implements RuleReader {
        @Override
        public void rule(SigmaRule rule, Yaml.Mapping document) {
            rules.add(new LintedRule(rule, document));
        }

        @Override
        public void filter(DetectionRule filter, Yaml.Mapping document) {
            filters.add(new LintedRule(filter, document));
        }
    }

    /** The problem with what its code says of mending it, where it says nothing of its own. */
    private static Problem mended(Problem problem) {
        return problem.fix().isEmpty() ? problem.fixedBy(problem.code().fix()) : problem;
    }

    /** How many problems there are of that severity. */
    public long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
