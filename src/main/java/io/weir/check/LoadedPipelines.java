package io.weir.check;

import io.weir.parse.PipelineParser;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.pipeline.Pipelines;
import io.weir.rule.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Pipelines as the job would take them. Where one of them can't be used, none may be: rules would mean something else.
 *
 * @param files as they were read
 * @param pipelines in a row; only those that could be read
 * @param problems why others could not, by place
 */
public record LoadedPipelines(List<RuleFile> files, Pipelines pipelines, List<Problem> problems) {

    /** No pipeline: rules are taken as they are written. */
    public static final LoadedPipelines NONE = of(List.of());

    public LoadedPipelines {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Reads pipelines.
     *
     * @param names each that of a bundled pipeline, or of a file
     * @throws IOException where there is neither, the file can't be read, or is another one again, which would change rules twice; the message says so to whoever
     *     named it
     */
    public static LoadedPipelines read(Collection<String> names) throws IOException {
        var files = new ArrayList<RuleFile>();
        for (var name : names) {
            var file = BundledPipelines.NAMES.contains(name) ? BundledPipelines.read(name) : file(name);
            refuseAgain(file, files);
            files.add(file);
        }
        return of(files);
    }

    private static void refuseAgain(RuleFile file, List<RuleFile> others) throws IOException {
        for (var other : others) {
            if (file.trouble().isEmpty() && Arrays.equals(file.bytes(), other.bytes())) {
                throw new IOException(
                        file.name().equals(other.name())
                                ? file.name() + " is named twice; name it once"
                                : file.name() + " is the same pipeline as " + other.name() + "; name one of them");
            }
        }
    }

    private static RuleFile file(String name) throws IOException {
        try {
            var path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new IOException(name + " is a folder; name the files in it");
            }
            return RuleParser.read(List.of(path)).get(0);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new IOException(
                    "no file '" + name + "', and no bundled pipeline of that name; there is "
                            + String.join(", ", BundledPipelines.NAMES),
                    e);
        } catch (AccessDeniedException e) {
            throw new IOException(name + " can't be read; may this user read it?", e);
        }
    }

    /** Parses files of one pipeline each. */
    public static LoadedPipelines of(List<RuleFile> files) {
        var parsed = PipelineParser.parse(files);
        return new LoadedPipelines(files, Pipelines.of(parsed.pipelines()), parsed.problems());
    }

    /** Which of them can't be used, in one line, or none where all can. */
    public Optional<String> refusal() {
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(problems.stream()
                                .map(problem -> problem.position().file())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + " can't be used");
    }

    /** The letters to the authors, each ended by a line's end; empty where there are none. */
    public String letters() {
        return problems.stream().map(Problem::render).collect(Collectors.joining());
    }
}
