package io.weir.job.option;

import io.weir.check.BundledPipelines;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What rules go through before they are used: one option, the same for the job and for each command that reads rules. */
public final class PipelineOption {

    @Option(
            names = "--pipeline",
            paramLabel = "NAME|FILE",
            completionCandidates = BundledPipelines.class,
            description =
                    "What rules go through first: a pipeline in pySigma's format, or a bundled one (${COMPLETION-CANDIDATES}). May be given several times.")
    private List<String> names = new ArrayList<>();

    /** The names and files given, in their order; empty where none is. */
    public List<String> names() {
        return names;
    }
}
