package io.weir.parse;

import io.weir.pipeline.Pipeline;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads processing pipelines in pySigma's format. */
public final class PipelineParser {

    private static final String A_PIPELINE = "a map with transformations, and perhaps priority and vars";

    private PipelineParser() {}

    /** Parses files of one pipeline each. What can't be honoured is a problem that names it; nothing is passed over in silence. */
    public static ParsedPipelines parse(Collection<RuleFile> files) {
        var pipelines = new ArrayList<Pipeline>();
        var problems = new ArrayList<Problem>();
        files.forEach(file -> parse(file, problems).ifPresent(pipelines::add));
        return new ParsedPipelines(pipelines, problems.stream().sorted().toList());
    }

    private static Optional<Pipeline> parse(RuleFile file, List<Problem> problems) {
        try {
            var document = onlyDocument(file);
            var log = new ProblemLog(document.source());
            var pipeline = YamlReader.read(document, log).flatMap(value -> pipeline(value, file.name(), log));
            problems.addAll(log.problems());
            return pipeline.filter(whole -> log.isEmpty());
        } catch (Refusal refusal) {
            problems.add(refusal.problem());
            return Optional.empty();
        }
    }

    private static DocumentText onlyDocument(RuleFile file) throws Refusal {
        var documents = DocumentSplitter.split(SourceDecoder.decode(file));
        if (documents.isEmpty()) {
            throw new Refusal(
                    Problem.at(ProblemCode.INVALID_PIPELINE, Position.startOf(file.name()), "no pipeline in this file")
                            .expecting(A_PIPELINE));
        } else if (documents.size() > 1) {
            throw new Refusal(Problem.at(
                            ProblemCode.INVALID_PIPELINE,
                            documents.get(1).position(0, 0),
                            "a second document in a pipeline's file")
                    .expecting("one pipeline a file"));
        }
        return documents.get(0);
    }

    private static Optional<Pipeline> pipeline(Yaml value, String file, ProblemLog log) {
        if (value instanceof Yaml.Mapping mapping) {
            return Optional.of(new PipelineDocument(new Section(mapping, log)).read(file));
        }
        log.add(ProblemCode.WRONG_TYPE, value.position(), value.described() + " instead of a pipeline", A_PIPELINE);
        return Optional.empty();
    }
}
