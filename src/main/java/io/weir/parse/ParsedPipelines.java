package io.weir.parse;

import io.weir.pipeline.Pipeline;
import io.weir.rule.Problem;
import java.util.List;

/**
 * What became of pipeline files.
 *
 * @param pipelines those that could be read, in the order of the files
 * @param problems why others could not, sorted by place
 */
public record ParsedPipelines(List<Pipeline> pipelines, List<Problem> problems) {
    public ParsedPipelines {
        pipelines = List.copyOf(pipelines);
        problems = List.copyOf(problems);
    }
}
