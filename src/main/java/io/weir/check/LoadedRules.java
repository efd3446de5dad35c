package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.parse.RuleReader;
import io.weir.rule.Amount;
import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule files as the job would take them: every rule is in force, or refused with a problem.
 *
 * @param files as they were read; at least one
 * @param pipelines what the rules went through
 * @param rules the rules in force; there may be none
 * @param problems why others were refused, by place
 */
public record LoadedRules(List<RuleFile> files, LoadedPipelines pipelines, RuleSet rules, List<Problem> problems) {

    public LoadedRules {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * The rules as they are written, through no pipeline.
     *
     * @throws IOException where a path is not there, can't be read, or no file is below it; the message says so to whoever named the paths
     */
    public static LoadedRules read(Collection<Path> paths) throws IOException {
        return read(paths, LoadedPipelines.NONE, RuleSet.DEFAULT_STAGES);
    }

    /**
     * Reads and parses the files, and those below the folders, takes the rules through pipelines, and compiles them.
     *
     * @param stages how many stages of correlations the job has; deeper rules are refused
     * @throws IOException where a path is not there, can't be read, or no file is below it; the message says so to whoever named the paths
     */
    public static LoadedRules read(Collection<Path> paths, LoadedPipelines pipelines, int stages) throws IOException {
        return of(files(paths), pipelines, stages);
    }

    /** The files that paths name, and those below the folders; at least one. */
    static List<RuleFile> files(Collection<Path> paths) throws IOException {
        try {
            var files = RuleParser.read(paths);
            if (files.isEmpty()) {
                throw new IOException("no rule files (.yml, .yaml) in "
                        + paths.stream().map(Path::toString).collect(Collectors.joining(", ")));
            }
            return files;
        } catch (NoSuchFileException e) {
            throw new IOException("no file or folder " + e.getFile(), e);
        } catch (AccessDeniedException e) {
            throw new IOException(e.getFile() + " can't be read; may this user read it?", e);
        }
    }

    /** Parses files, takes the rules through pipelines, and compiles them. */
    public static LoadedRules of(List<RuleFile> files, LoadedPipelines pipelines, int stages) {
        return of(files, pipelines, stages, RuleReader.NONE);
    }

    /** The same; the reader is told of each rule and each filter that could be read, as it is written. */
    static LoadedRules of(List<RuleFile> files, LoadedPipelines pipelines, int stages, RuleReader reader) {
        var parsed = RuleParser.parse(files, reader);
        var processed = pipelines.pipelines().apply(parsed.rules());
        var refused = Stream.concat(
                        parsed.refused().stream(), processed.refused().stream().map(SigmaRule::header))
                .toList();
        var rules = RuleSet.compile(processed.rules(), refused, stages);
        var excerpts = new Excerpts(
                Stream.of(files, pipelines.files()).flatMap(List::stream).toList());
        var problems = Stream.of(parsed.problems(), processed.problems(), rules.problems())
                .flatMap(List::stream)
                .map(excerpts::add)
                .sorted()
                .toList();
        return new LoadedRules(files, pipelines, rules, problems);
    }

    /** How many rules are in force. */
    public int inForce() {
        return rules.detections().size() + rules.correlations().size();
    }

    /** How many rules are refused; a file that can't be read at all counts as one. */
    public int refused() {
        return (int) problems.stream()
                .map(problem -> List.of(problem.position().file(), problem.rule()))
                .distinct()
                .count();
    }

    /** One line: how many rules are in force, and how many are refused. */
    public String summary() {
        var line = Amount.of(inForce(), "rule") + " in force";
        return problems.isEmpty() ? line : line + String.format(Locale.ROOT, ", %,d refused", refused());
    }

    /**
     * The letters to the authors, each ended by a line's end; empty where there are none.
     *
     * @param most no more than these are told whole; the rest is counted
     */
    public String letters(int most) {
        var letters = problems.stream().limit(most).map(Problem::render).collect(Collectors.joining());
        int rest = problems.size() - most;
        return rest <= 0 ? letters : letters + String.format(Locale.ROOT, "… and %,d more problems%n", rest);
    }
}
